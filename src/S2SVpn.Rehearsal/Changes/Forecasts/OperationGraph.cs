using S2SVpn.Rehearsal.Changes.Plans;

namespace S2SVpn.Rehearsal.Changes.Forecasts;

/// <summary>
/// The operations of a plan and what each waits for, by the rules of Terraform's own graph
/// (github.com/hashicorp/terraform, internal/terraform/transform_destroy_edge.go and transform_destroy_cbd.go): what is made waits
/// for what it refers to, what goes waits for what was made from it, and what is made waits for what goes, unless it is made first.
/// </summary>
internal sealed class OperationGraph
{
    private readonly PlannedStack _plan;
    private readonly Dictionary<string, List<PlannedOperation>> _made = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<PlannedOperation>> _gone = new(StringComparer.Ordinal);

    private OperationGraph(PlannedStack plan)
    {
        _plan = plan;
        foreach (var change in plan.Changes.Where(change => change.Action != PlannedAction.None))
        {
            if (change.Replaces || change.Action == PlannedAction.Delete)
            {
                Add(_gone, new PlannedOperation(change, OperationKind.Delete));
            }

            if (change.Action != PlannedAction.Delete)
            {
                Add(_made, new PlannedOperation(change, change.Action == PlannedAction.Update ? OperationKind.Update : OperationKind.Create));
            }
        }
    }

    public static IReadOnlyList<PlannedOperation> Of(PlannedStack plan)
    {
        var graph = new OperationGraph(plan);
        graph.Connect();
        return [.. graph._gone.Values.Concat(graph._made.Values).SelectMany(operations => operations)];
    }

    private void Connect()
    {
        foreach (var made in _made.Values.SelectMany(operations => operations))
        {
            made.After.UnionWith(Referenced(made.Change.Address));
            foreach (var gone in Own(_gone, made).Concat(Stored(_gone, made)))
            {
                WaitForEnd(made, gone);
            }
        }

        foreach (var gone in _gone.Values.SelectMany(operations => operations))
        {
            foreach (var dependency in Stored(_gone, gone))
            {
                _ = dependency.After.Add(gone);
            }

            foreach (var dependency in Stored(_made, gone))
            {
                WaitForEnd(dependency, gone);
            }
        }
    }

    // Terraform turns the edge of each maker round where what goes has to stay until then.
    private void WaitForEnd(PlannedOperation made, PlannedOperation gone)
    {
        var (later, earlier) = _plan.CreatedBeforeDestroyed.Contains(PlannedStack.WithoutIndex(gone.Change.Address)) ? (gone, made) : (made, gone);
        _ = later.After.Add(earlier);
    }

    // Through what stays as it is, and through data sources.
    private IEnumerable<PlannedOperation> Referenced(string address)
    {
        var own = PlannedStack.WithoutIndex(address);
        return Reachable.From(own, next => _plan.Find(next) is { } resource ? resource.References.Concat(resource.DependsOn) : [])
            .Where(other => other != own)
            .SelectMany(other => _made.GetValueOrDefault(other) ?? []);
    }

    private IEnumerable<PlannedOperation> Stored(Dictionary<string, List<PlannedOperation>> among, PlannedOperation of) =>
        _plan.DependenciesOf(of.Change.Address).SelectMany(address => among.GetValueOrDefault(address) ?? []).Where(other => other != of);

    private static IEnumerable<PlannedOperation> Own(Dictionary<string, List<PlannedOperation>> among, PlannedOperation of) =>
        (among.GetValueOrDefault(PlannedStack.WithoutIndex(of.Change.Address)) ?? []).Where(other => other.Change == of.Change);

    private static void Add(Dictionary<string, List<PlannedOperation>> to, PlannedOperation operation)
    {
        var address = PlannedStack.WithoutIndex(operation.Change.Address);
        if (!to.TryGetValue(address, out var operations))
        {
            to[address] = operations = [];
        }

        operations.Add(operation);
    }
}
