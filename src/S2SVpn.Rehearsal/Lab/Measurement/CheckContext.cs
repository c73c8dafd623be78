using S2SVpn.Rehearsal.Lab.Expectations;
using S2SVpn.Rehearsal.Lab.Linux;
using S2SVpn.Rehearsal.Lab.Runtime;

namespace S2SVpn.Rehearsal.Lab.Measurement;

/// <summary>What every check looks at.</summary>
/// <param name="Lab">The running lab.</param>
/// <param name="Design">What was designed.</param>
/// <param name="TunnelPairs">Each designed tunnel with its two ends.</param>
internal sealed record CheckContext(RunningLab Lab, LabDesign Design, IReadOnlyList<TunnelPair> TunnelPairs)
{
    /// <summary>Machines that do not reach each other even without filters, by their namespaces: their filters can't be tried.</summary>
    public HashSet<(string From, string To)> Unreachable { get; } = [];

    /// <summary>Whether it came true in so many seconds; in more on a machine that has other things to do.</summary>
    public bool Until(double seconds, Func<bool> isTrue) => Wait.Until(seconds * Lab.Slowness, isTrue);

    /// <summary>How long a probe may take.</summary>
    public int Milliseconds(int idle) => (int)(idle * Lab.Slowness);
}
