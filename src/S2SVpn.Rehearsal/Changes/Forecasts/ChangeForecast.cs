using S2SVpn.Rehearsal.Changes.Plans;

namespace S2SVpn.Rehearsal.Changes.Forecasts;

/// <summary>What an apply does, in which order, and what is down meanwhile.</summary>
public sealed record ChangeForecast
{
    // What only gives an order to others, and exists in the state alone.
    private const string Order = "terraform_data";

    /// <summary>Every resource that is made, changed, replaced or deleted.</summary>
    public required IReadOnlyList<PlannedChange> Changes { get; init; }

    /// <summary>What is done to them, by its start.</summary>
    public required IReadOnlyList<PlannedOperation> Operations { get; init; }

    /// <summary>The tunnels that are there before and after.</summary>
    public required IReadOnlyList<TunnelForecast> Tunnels { get; init; }

    /// <summary>The links of these tunnels.</summary>
    public required IReadOnlyList<LinkForecast> Links { get; init; }

    /// <summary>The tunnels that come up for the first time, and when.</summary>
    public required IReadOnlyList<(string Name, double At)> Added { get; init; }

    /// <summary>The tunnels that go for good, and when.</summary>
    public required IReadOnlyList<(string Name, double At)> Removed { get; init; }

    /// <summary>How long the apply takes, in minutes.</summary>
    public required double Minutes { get; init; }

    /// <param name="plans">One plan for each stack, in the order in which they are applied.</param>
    public static ChangeForecast Of(IReadOnlyList<PlannedStack> plans)
    {
        var (operations, end) = (new List<PlannedOperation>(), 0.0);
        foreach (var plan in plans)
        {
            var own = OperationGraph.Of(plan);
            end = Schedule.Lay(own, end);
            operations.AddRange(own);
        }

        var finder = new TunnelFinder(plans);
        var downtime = new Downtime(operations);
        var (before, after) = (finder.Before(), finder.After());
        var now = after.DistinctBy(tunnel => tunnel.Name).ToDictionary(tunnel => tunnel.Name, StringComparer.Ordinal);
        TunnelForecast[] tunnels = [.. before.Where(tunnel => now.ContainsKey(tunnel.Name))
            .Select(tunnel => new TunnelForecast(tunnel.Link, tunnel.Name, downtime.Of(tunnel, now[tunnel.Name])))
            .OrderBy(tunnel => tunnel.Name, StringComparer.Ordinal)];
        var names = before.Select(tunnel => tunnel.Name).ToHashSet(StringComparer.Ordinal);
        IEnumerable<PlannedOperation> Of(Tunnel tunnel) => operations.Where(operation => tunnel.Members.Contains(operation.Key));
        double Last(Tunnel tunnel) => Of(tunnel).Select(operation => operation.End).DefaultIfEmpty(0).Max();
        double First(Tunnel tunnel) => Of(tunnel).Where(operation => operation.Kind == OperationKind.Delete).Select(operation => operation.Start).DefaultIfEmpty(0).Min();
        return new ChangeForecast
        {
            Changes = [.. plans.SelectMany(plan => plan.Changes).Where(change => change.Action != PlannedAction.None && change.Type != Order)],
            Operations = [.. operations.Where(operation => operation.Change.Type != Order).OrderBy(operation => operation.Start).ThenBy(operation => operation.End).ThenBy(operation => operation.Change.Address, StringComparer.Ordinal)],
            Tunnels = tunnels,
            Links = [.. tunnels.GroupBy(tunnel => tunnel.Link).Select(LinkForecast.Of)],
            Added = [.. after.Where(tunnel => !names.Contains(tunnel.Name)).Select(tunnel => (tunnel.Name, Last(tunnel))).OrderBy(tunnel => tunnel.Name, StringComparer.Ordinal)],
            Removed = [.. before.Where(tunnel => !now.ContainsKey(tunnel.Name)).Select(tunnel => (tunnel.Name, First(tunnel))).OrderBy(tunnel => tunnel.Name, StringComparer.Ordinal)],
            Minutes = end,
        };
    }
}

/// <summary>When a tunnel is down.</summary>
/// <param name="Link">Its link; empty where it is not known.</param>
/// <param name="Name">Its name: link 1.1.</param>
/// <param name="Down">From when to when.</param>
public sealed record TunnelForecast(string Link, string Name, IReadOnlyList<Interval> Down)
{
    public double Minutes => Down.Sum(time => time.Minutes);
}

/// <summary>When a link has no tunnel that is up.</summary>
/// <param name="Name">The link.</param>
/// <param name="Tunnels">How many tunnels it has before and after.</param>
/// <param name="Down">From when to when.</param>
public sealed record LinkForecast(string Name, int Tunnels, IReadOnlyList<Interval> Down)
{
    public double Minutes => Down.Sum(time => time.Minutes);

    internal static LinkForecast Of(IGrouping<string, TunnelForecast> tunnels) => new(
        tunnels.Key, tunnels.Count(), tunnels.Select(tunnel => tunnel.Down).Aggregate((left, right) => Interval.Common(left, right)));
}
