using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;
using S2SVpn.Design.Request.Comparing;
using S2SVpn.Design.Request.Reading;
using S2SVpn.Design.Request.Writing;
using S2SVpn.Design.Rules;
using S2SVpn.Rehearsal.Changes.Forecasts;
using S2SVpn.Rehearsal.Changes.Lines;
using S2SVpn.Rehearsal.Changes.Plans;
using S2SVpn.Rehearsal.Changes.Report;
using S2SVpn.Rehearsal.Changes.Run;
using S2SVpn.Rehearsal.Changes.Steps;

namespace S2SVpn.App;

/// <summary>What a changed request does: both are applied to simulated clouds, one on top of the other.</summary>
internal sealed class RequestDiff(LoadedRequest before, LoadedRequest after, (string Before, string After) files, Synthesizer synthesizer, Terminal terminal, CancellationToken stop)
{
    // Each one is synthesized alone, which takes about a second.
    private const int MostVariants = 6;

    /// <returns>Null where a request has errors; they are written by then.</returns>
    /// <exception cref="ChangeException">The first request can't be applied, or there is no Terraform.</exception>
    public static async Task<ChangeReport?> RunAsync(string before, string after, Terminal terminal, CancellationToken stop)
    {
        // What this machine lacks is said before anything takes time.
        if (ChangeSimulation.MissingPrerequisite() is { } missing)
        {
            throw new ChangeException(missing);
        }

        if (RequestLoader.Load(before, terminal) is not { } old || RequestLoader.Load(after, terminal) is not { } changed)
        {
            return null;
        }

        if ((CdktfRun.Problem(old.Plan, folder: null) ?? CdktfRun.Problem(changed.Plan, folder: null)) is { } problem)
        {
            terminal.Error.WriteLine($"error: {problem}");
            return null;
        }

        using var synthesizer = new Synthesizer();
        return await new RequestDiff(old, changed, (before, after), synthesizer, terminal, stop).RunAsync();
    }

    private async Task<ChangeReport> RunAsync()
    {
        terminal.Progress("Synthesizing both requests.");
        var (first, second) = (Deploy(before.Plan), Deploy(after.Plan));
        terminal.Progress("Applying both to simulated clouds, one on top of the other.");
        var outcome = await ChangeRun.ApplyAsync(first, second, stop);
        if (outcome.Refusal is { } refusal)
        {
            return refusal.When == ChangePhase.ApplyBefore
                ? throw new ChangeException($"{files.Before} itself can't be applied: {refusal.Sentence}")
                : new ChangeReport
                {
                    Refusal = refusal.Sentence,
                    Steps = await new StepPlanner(Deploy, Tell).FindAsync(before.Document.Request, after.Document.Request, stop),
                    Notes = [.. Renamed()],
                };
        }

        PlannedStack[] plans = [.. outcome.Stacks.Select((stack, index) => PlannedStack.Read(index, stack.PlanJson!, stack.StateBefore))];
        var forecast = ChangeForecast.Of(plans);
        return new ChangeReport
        {
            Forecast = forecast,
            LinesOf = forecast.Changes.Count == 0 ? _ => [] : new RequestLines(plans, first.Configurations, Variants()).Of,
            Notes = [.. Restacked(outcome.Stacks), .. Renamed(), .. Kept(forecast), .. Resized(), .. Moved(forecast)],
        };
    }

    private DeployedRequest Deploy(ConnectivityPlan plan) => DeployedRequest.From(plan, synthesizer.Synthesize(plan));

    private DeployedRequest? Deploy(VpnRequest request) => Plan(request) is { } plan ? Deploy(plan) : null;

    private void Tell(string what) => terminal.Error.WriteLine(what);

    // The rules want to know where a value stands; here that is nowhere.
    private static ConnectivityPlan? Plan(VpnRequest request)
    {
        try
        {
            var document = RequestReader.Read(RequestWriter.Write(request), "between.yaml", _ => null).Document;
            return document is null || RuleBook.Check(document).Any(finding => finding.Stops)
                || ConnectivityPlan.CreateUnchecked(document.Request) is not { } plan || CdktfRun.Problem(plan, folder: null) is not null ? null : plan;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private IReadOnlyList<LineVariant> Variants()
    {
        var changes = RequestComparison.Between(before.Document.Request, after.Document.Request);
        var groups = Grouped(changes);
        return groups.Count == 1
            ? [new LineVariant([.. groups[0].Select(Line)], null)]
            : [.. groups.Select(group => new LineVariant([.. group.Select(Line)], Alone(group)))];
    }

    private IReadOnlyList<string>? Alone(IReadOnlyList<RequestChange> changes) =>
        Plan(RequestComparison.Take(before.Document.Request, after.Document.Request, changes.Select(change => change.Path))) is { } plan
            ? synthesizer.Synthesize(plan)
            : null;

    // Neighbours together, where there are too many to try them one by one.
    private static List<List<RequestChange>> Grouped(IReadOnlyList<RequestChange> changes)
    {
        for (var depth = 8; ; depth--)
        {
            var groups = changes.GroupBy(change => string.Join('.', $"{change.Path}".Split('.', '[').Take(depth)), (_, group) => group.ToList()).ToList();
            if (groups.Count <= MostVariants || depth == 1)
            {
                return groups;
            }
        }
    }

    private string Line(RequestChange change)
    {
        // What is no longer written may have a default.
        var isGone = before.Document.Sources.IsWritten(change.Path) && !after.Document.Sources.IsWritten(change.Path);
        var (file, place) = isGone ? (files.Before, before.Document.Sources.Locate(change.Path)) : (files.After, after.Document.Sources.Locate(change.Path));
        var values = change.Before is null && change.After is null ? "" : $": {change.Before ?? "none"} -> {change.After ?? "none"}";
        return $"{Path.GetFileName(file)}:{place.Span.Line} {place.Path}{(values.Length > 80 ? "" : values)}";
    }

    // What Terraform does not do by itself, where the stacks are others.
    private IEnumerable<string> Restacked(IReadOnlyList<StackOutcome> outcomes)
    {
        if (before.Document.Request.Terraform.Stacks != after.Document.Request.Terraform.Stacks)
        {
            yield return "Hint: the same resources are in other stacks now. Move their states before the apply: 's2svpn move', as docs/fleet.md says.";
        }

        var names = after.Plan.Terraform.Stacks.Select(stack => stack.Name).ToHashSet();
        var isGone = outcomes.Select(outcome => (outcome.Name, IsGone: !names.Contains(outcome.Name))).ToList();
        foreach (var (stacks, when) in new[] { (isGone.TakeWhile(stack => stack.IsGone), "before"), (isGone.SkipWhile(stack => stack.IsGone).Where(stack => stack.IsGone), "after") })
        {
            if (string.Join(", ", stacks.Select(stack => stack.Name)) is { Length: > 0 } list)
            {
                yield return $"Hint: the request no longer has the {(list.Contains(',', StringComparison.Ordinal) ? "stacks" : "stack")} {list}. Destroy {(list.Contains(',', StringComparison.Ordinal) ? "them, in this order, " : "it ")}{when} the apply ('terraform destroy', from a copy of the folder).";
            }
        }
    }

    // A larger gateway of the same generation is the same gateway.
    private IEnumerable<string> Resized() =>
        from site in after.Plan.AzureSites
        let old = before.Plan.AzureSites.FirstOrDefault(other => other.Name == site.Name)
        where old is { Gateway: { Existing: null, Kind: AzureGatewayKind.Managed } } && site.Gateway.Existing is null
            && site.Gateway.Generation != old.Gateway.Generation && after.Document.Request.Azure[site.Name].Gateway.Generation is null
            && site.Gateway.Sku is GatewaySku.VpnGw2AZ or GatewaySku.VpnGw3AZ
        select $"Hint: {site.Gateway.Sku} is of generation 2 unless the request says otherwise, and another generation replaces the gateway. With gateway: {{ sku: {site.Gateway.Sku}, generation: 1 }} it is resized and stays.";

    private static IEnumerable<string> Moved(ChangeForecast forecast) =>
        forecast.Links.Any(link => link.Minutes == 0 && forecast.Tunnels.Any(tunnel => tunnel.Link == link.Name && tunnel.Minutes > 0))
            ? ["Hint: the traffic of a tunnel that is down moves to the others. With BGP that can take 30 s from AWS and 180 s from Azure (docs/routing.md)."]
            : [];

    // A key that the configuration no longer gives stays as AWS has it; AWS makes keys for a new connection only.
    private IEnumerable<string> Kept(ChangeForecast forecast) =>
        forecast.Changes.Any(change => change is { Type: "aws_vpn_connection", Action: not PlannedAction.Update })
            ? []
            : after.Plan.Links.Where(link => ComesFromAws(link) && before.Plan.Links.Any(old => old.Name == link.Name && !ComesFromAws(old))).Select(link =>
                $"Hint: {(link.Name == "link" ? "the link" : $"link {link.Name}")} keeps the keys that it has: AWS makes keys for new connections only. For new keys, change one tunnel at a time: 'aws ec2 modify-vpn-tunnel-options', then apply.");

    private static bool ComesFromAws(LinkPlan link) => link.Keys.Any(key => key.Source == KeySource.Aws);

    // Terraform knows a link by its name: with another name it is another link.
    private IEnumerable<string> Renamed()
    {
        var (old, now) = (before.Plan.Links, after.Plan.Links);
        var gone = old.Where(link => now.All(other => other.Name != link.Name)).ToLookup(link => (link.AwsSite, link.AzureSite));
        return now.Where(link => old.All(other => other.Name != link.Name)).SelectMany(link => gone[(link.AwsSite, link.AzureSite)].Take(1).Select(was =>
            $"Hint: link {was.Name} goes and link {link.Name} comes between the same sites. If they are the same link, write name: {was.Name} on it, and its tunnels stay."));
    }
}
