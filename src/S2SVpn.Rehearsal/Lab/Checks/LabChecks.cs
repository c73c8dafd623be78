using S2SVpn.Rehearsal.Lab.Drive;
using S2SVpn.Rehearsal.Lab.Expectations;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Checks;

/// <summary>What every check looks at.</summary>
/// <param name="Lab">The running lab.</param>
/// <param name="Design">What was designed.</param>
/// <param name="Meetings">Each designed tunnel with its two ends.</param>
internal sealed record CheckContext(RunningLab Lab, LabDesign Design, IReadOnlyList<Meeting> Meetings)
{
    /// <summary>Machines that do not reach each other even without filters, by their namespaces: their filters can't be tried.</summary>
    public HashSet<(string From, string To)> Unreached { get; } = [];

    /// <summary>Whether it came true in so many seconds; in more on a machine that has other things to do.</summary>
    public bool Until(double seconds, Func<bool> isTrue) => Patience.Until(seconds * Lab.Slowness, isTrue);

    /// <summary>How long a probe may take.</summary>
    public int Milliseconds(int idle) => (int)(idle * Lab.Slowness);
}

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
        ("access", AccessChecks.Make),
    ];

    /// <summary>Waits until all tunnels stand, or until those that don't have had their time.</summary>
    public static void Settle(CheckContext context, int patience)
    {
        var seconds = patience + (context.Meetings.Count * 0.25);
        _ = context.Until(seconds, () => context.Meetings.All(meeting => meeting.IsUp(context.Lab) || Refused(context.Lab, meeting)));
        _ = context.Until(seconds, () => context.Meetings.All(meeting => !meeting.Meets || !meeting.IsUp(context.Lab) || meeting.Speaks(context.Lab)));
    }

    // Neither end tries again by itself after such an answer, or tries at all.
    private static bool Refused(RunningLab lab, Meeting meeting) => !meeting.Ends.Any(lab.Initiates) || meeting.Ends.Any(end =>
        lab.Charon(end).Log is var log && Explain.LogLines.Final.Any(line => log.Contains(line, StringComparison.Ordinal)));
}
