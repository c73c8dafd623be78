using S2SVpn.Rehearsal.Lab.Explain;
using S2SVpn.Rehearsal.Lab.Measurement;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Checks;

/// <summary>What the machines that tunnels end on need of their clouds, and the lab gives them: ways out, keys, and the routes of a pair.</summary>
internal static class ApplianceNeedChecks
{
    public static IEnumerable<LabCheck> Make(CheckContext context) =>
        from each in context.TunnelPairs.SelectMany(tunnelPair => tunnelPair.Ends.Select(end => (End: end, Path: tunnelPair.Tunnel.RequestPath)))
        where each.End.Appliance is not null
        group each by each.End.Appliance!.Machine.Name into ends
        let peers = ends.Select(each => each.End.PeerOutside).Distinct().ToList()
        from need in MachineNeed.Of(ends.First().End.Appliance!.Machine, peers)
        select new LabCheck
        {
            Group = "filters",
            Name = $"{ends.Key} {need.Name}",
            Passed = need.Fault is null,
            Expected = need.Expected,
            Seen = need.Fault is null ? need.Expected : need.Otherwise,
            Explanation = need.Fault is null ? null : need.Fault with { RequestPath = ends.First().Path },
        };
}
