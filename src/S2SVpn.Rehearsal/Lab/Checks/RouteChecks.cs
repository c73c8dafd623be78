using S2SVpn.Design.Catalogue;
using S2SVpn.Rehearsal.Lab.Explain;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Measurement;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Checks;

/// <summary>Every tunnel brings each gateway the networks that the plan says, by BGP or by static routes.</summary>
internal static class RouteChecks
{
    // Without a session there is nothing to learn, and that was said already.
    public static IEnumerable<LabCheck> Make(CheckContext context)
    {
        var ends = (
            from tunnelPair in context.TunnelPairs
            where tunnelPair.EndsMatch
            from end in tunnelPair.Ends
            where !tunnelPair.Tunnel.Bgp || (end.Bgp is not null && context.Lab.Bird(context.Lab.Layout.Gateway(end.Gateway)).Session(end).IsUp)
            select (TunnelPair: tunnelPair, End: end)).ToList();
        // The announcements follow the session by a moment.
        _ = context.Until(2, () => ends.All(each => Expected(each.TunnelPair, each.End).All(Learned(context, each.End).Contains)));
        return ends.Select(each => Check(context, each.TunnelPair, each.End));
    }

    private static List<string> Expected(TunnelPair tunnelPair, LabTunnelEnd end) =>
        tunnelPair.Tunnel.LearnedBy(end.Cloud).Order(StringComparer.Ordinal).ToList();

    private static IReadOnlyList<string> Learned(CheckContext context, LabTunnelEnd end) => end.Bgp is null
        ? end.StaticRoutes.Select(route => route.ToString()).ToList()
        : context.Lab.Bird(context.Lab.Layout.Gateway(end.Gateway)).Routes(end);

    private static LabCheck Check(CheckContext context, TunnelPair tunnelPair, LabTunnelEnd end)
    {
        var expected = Expected(tunnelPair, end);
        var seen = Learned(context, end).Order(StringComparer.Ordinal).ToList();
        // A gateway with several links passes on what it learned from the others, but sites with the same ASN ignore it.
        var foreign = context.Design.Apart.Contains(end.Cloud)
            ? []
            : context.Design.Tunnels.SelectMany(tunnel => tunnel.AwsLearns.Concat(tunnel.AzureLearns)).ToHashSet();
        var passed = expected.All(seen.Contains) && seen.All(network => expected.Contains(network) || foreign.Contains(network));
        var less = TransitExplainer.Of(context, tunnelPair, end, expected) ?? TranslationExplainer.Of(context, tunnelPair, end, expected) ?? SpreadExplainer.Of(context, tunnelPair, end)
            ?? StrangerExplainer.Of(context, tunnelPair, end, expected);
        passed &= end.BesideBgp.Count == 0 && less is null;
        var cloud = end.Cloud == Cloud.Aws ? "AWS" : "Azure";
        return new LabCheck
        {
            Group = "routes",
            Name = $"{tunnelPair.Tunnel.Name} to {cloud}",
            Passed = passed,
            Expected = string.Join(", ", expected),
            Seen = seen.Count == 0 ? "none" : string.Join(", ", passed ? seen.Where(expected.Contains) : seen.Concat(end.BesideBgp.Select(network => $"{network} (static)"))) + (less is null ? "" : $", but {less.Seen}"),
            Explanation = passed ? null : end.BesideBgp.Count > 0 ? RouteExplainer.Beside(tunnelPair, end) : less is not null ? less.Explanation : RouteExplainer.Routes(context, tunnelPair, end, expected.Except(seen).ToList(), seen.Except(expected).ToList()),
        };
    }
}
