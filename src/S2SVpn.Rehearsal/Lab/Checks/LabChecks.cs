using S2SVpn.Rehearsal.Lab.Explain;
using S2SVpn.Rehearsal.Lab.Measurement;
using S2SVpn.Rehearsal.Lab.Report;
using S2SVpn.Rehearsal.Lab.Runtime;

namespace S2SVpn.Rehearsal.Lab.Checks;

/// <summary>All checks, in the order in which one rests on another.</summary>
internal static class LabChecks
{
    public static readonly IReadOnlyList<(string Group, Func<CheckContext, IEnumerable<LabCheck>> Make)> All =
    [
        ("tunnels", TunnelChecks.Make),
        ("rekeying", RekeyChecks.Make),
        ("bgp", BgpChecks.Make),
        ("routes", RouteChecks.Make),
        ("machines", MachineChecks.Make),
        ("filters", context => FilterChecks.Make(context).Concat(ApplianceFilterChecks.Make(context)).Concat(ApplianceNeedChecks.Make(context))),
        ("access", AccessChecks.Make),
    ];

    /// <summary>Waits until all tunnels stand, or until those that don't have had their time.</summary>
    public static void WaitUntilSettled(CheckContext context, int patience)
    {
        var seconds = patience + (context.TunnelPairs.Count * 0.25);
        _ = context.Until(seconds, () => context.TunnelPairs.All(tunnelPair => tunnelPair.IsUp(context.Lab) || Refused(context.Lab, tunnelPair)));
        _ = context.Until(seconds, () => context.TunnelPairs.All(tunnelPair => !tunnelPair.EndsMatch || !tunnelPair.IsUp(context.Lab) || tunnelPair.BgpIsUp(context.Lab)));
    }

    // Neither end tries again by itself after such an answer, or tries at all.
    private static bool Refused(RunningLab lab, TunnelPair tunnelPair) => !tunnelPair.Ends.Any(lab.Initiates) || tunnelPair.Ends.Any(end =>
        lab.Daemon(end).Log is var log && LogLines.Final.Any(line => log.Contains(line, StringComparison.Ordinal)));
}
