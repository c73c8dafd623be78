using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Runtime;

namespace S2SVpn.Rehearsal.Lab.Explain;

/// <summary>What charon, or WireGuard, writes when something goes wrong.</summary>
internal static class LogLines
{
    /// <summary>After these an end does not try again by itself.</summary>
    public static readonly string[] Final =
        ["AUTHENTICATION_FAILED", "NO_PROPOSAL_CHOSEN notify error", "NO_PROPOSAL_CHOSEN error notify", "failed to establish CHILD_SA", "TS_UNACCEPTABLE"];

    public static readonly string[] RekeyRefused = ["CHILD_SA rekeying failed", "no acceptable proposal found"];

    /// <summary>In the order in which they tell most.</summary>
    public static readonly string[] MostInformative =
    [
        "but MAC mismatched", "no IKE config found", "no matching peer config found", "no acceptable proposal found", "received proposals unacceptable", "unacceptable, failing",
        "configured proposals", "unacceptable", "AUTHENTICATION_FAILED", "NO_PROPOSAL_CHOSEN", "TS_UNACCEPTABLE", "giving up after", "retransmit",
        "Received invalid initiation message", "Handshake did not complete",
    ];

    /// <summary>The most telling line of the logs of these ends, with the name of the end.</summary>
    public static string? Find(RunningLab lab, IEnumerable<LabTunnelEnd> ends, params IReadOnlyList<string> words)
    {
        var logs = ends.Select(end => (end.Place, Lines: lab.Daemon(end).Log.Split('\n'))).ToList();
        return (
            from word in words.Count == 0 ? MostInformative : words
            from log in logs
            let line = Array.FindLast(log.Lines, line => line.Contains(word, StringComparison.Ordinal))
            where line is not null
            select $"{log.Place}: {Text(line)}").FirstOrDefault();
    }

    // Without the time and the number of the thread: "09:12:44.123 07[IKE] <tunnel|1> text".
    private static string Text(string line) => line.IndexOf("] ", StringComparison.Ordinal) is var at and > 0 ? line[(at + 2)..].TrimEnd() : line.TrimEnd();
}
