using S2SVpn.Rehearsal.Changes.Plans;

namespace S2SVpn.Rehearsal.Changes.Forecasts;

/// <summary>When a tunnel is down during an apply.</summary>
internal sealed class Downtime
{
    private readonly ILookup<ResourceKey, PlannedOperation> _operations;

    public Downtime(IEnumerable<PlannedOperation> operations) =>
        _operations = operations.ToLookup(operation => operation.Key);

    /// <param name="before">The tunnel as it is.</param>
    /// <param name="after">The tunnel as it will be.</param>
    public IReadOnlyList<Interval> Of(Tunnel before, Tunnel after)
    {
        // What a configuration doesn't refer to, for it is another stack's, is found in the state.
        var members = before.Members.Concat(after.Members).ToHashSet();
        var down = members.SelectMany(member => _operations[member]).SelectMany(operation => operation.Kind switch
        {
            OperationKind.Delete => Gone(operation, before, members),
            OperationKind.Update => Changed(operation, before),
            _ => [],
        }).ToList();

        // An end that is changed already does not agree with one that is not yet.
        var halves = down.Where(each => each.BothEnds).ToList();
        if (halves.Exists(each => IsAws(each.Operation)) && halves.Exists(each => !IsAws(each.Operation)))
        {
            down.Add((halves[0].Operation, new Interval(halves.Min(each => each.Time.Start), halves.Max(each => each.Time.End)), true));
        }

        return Interval.Union(down.Select(each => each.Time));
    }

    private IEnumerable<(PlannedOperation Operation, Interval Time, bool BothEnds)> Gone(PlannedOperation gone, Tunnel before, HashSet<ResourceKey> members)
    {
        if (gone.Change.Action == PlannedAction.ReplaceCreateFirst)
        {
            // Whatever refers to it has gone over to the new one by then.
            yield break;
        }

        var made = members.SelectMany(member => _operations[member]).Where(operation => operation.Kind != OperationKind.Delete);
        // What goes for good only hurts as long as something still refers to it.
        var repairs = gone.Change.Action == PlannedAction.ReplaceDeleteFirst
            ? made.Where(operation => operation.Change == gone.Change || operation.Follows(Maker(gone)))
            : made.Where(operation => before.Users[gone.Key].Contains(operation.Key) || (operation.Kind == OperationKind.Create && Same(operation, gone)));
        var up = repairs.Select(operation => operation.End).DefaultIfEmpty(0).Max();
        if (up > gone.Start)
        {
            yield return (gone, new Interval(gone.Start, up), true);
        }
    }

    private static IEnumerable<(PlannedOperation Operation, Interval Time, bool BothEnds)> Changed(PlannedOperation operation, Tunnel tunnel)
    {
        var start = operation.Start;
        foreach (var (impact, number) in ImpactTable.PhasesOf(operation))
        {
            var from = impact.Down switch
            {
                DownTunnels.All => start,
                DownTunnels.One when number == tunnel.Number => start,
                DownTunnels.InTurn => start + (tunnel.Instance * impact.Minutes / 2),
                _ => (double?)null,
            };
            if (from is { } time)
            {
                yield return (operation, new Interval(time, time + (impact.DownMinutes ?? impact.Minutes)), impact.BothEnds);
            }

            start += impact.Minutes;
        }
    }

    private PlannedOperation Maker(PlannedOperation gone) =>
        _operations[gone.Key].First(operation => operation.Change == gone.Change && operation.Kind == OperationKind.Create);

    // A tunnel whose connection gets another address in Terraform is made under that one.
    private static bool Same(PlannedOperation made, PlannedOperation gone) => made.Change.Type == gone.Change.Type;

    private static bool IsAws(PlannedOperation operation) => operation.Change.Type.StartsWith("aws_", StringComparison.Ordinal);
}
