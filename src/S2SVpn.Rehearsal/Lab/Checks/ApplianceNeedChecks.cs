using S2SVpn.Rehearsal.Lab.Explain;
using S2SVpn.Rehearsal.Lab.Measurement;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Checks;

/// <summary>What the machines that tunnels end on need, and the lab gives them: their programs, ways out, keys, and the routes of a pair.</summary>
internal static class ApplianceNeedChecks
{
    // Also of a machine whose files describe no tunnel: it is known by its name then.
    public static IEnumerable<LabCheck> Make(CheckContext context) =>
        from machine in context.Lab.Layout.Gateways.SelectMany(gateway => gateway.Appliance)
        let ends = context.TunnelPairs.SelectMany(tunnelPair => tunnelPair.Ends).Where(end => end.Appliance?.Machine.Name == machine.Name).ToList()
        let tunnels = context.TunnelPairs.Where(each => each.Ends.Any(ends.Contains) || each.Tunnel.AwsConnection == machine.Name || each.Tunnel.AzureConnection == machine.Name).ToList()
        where tunnels.Count > 0
        from need in MachineNeed.Of(machine, [.. ends.Select(end => end.PeerOutside).Distinct()])
        select new LabCheck
        {
            Group = "filters",
            Name = $"{machine.Name} {need.Name}",
            Passed = need.Fault is null,
            Expected = need.Expected,
            Seen = need.Fault is null ? need.Expected : need.Otherwise,
            Explanation = need.Fault is null ? null : need.Fault with { RequestPath = tunnels[0].Tunnel.RequestPath },
        };
}
