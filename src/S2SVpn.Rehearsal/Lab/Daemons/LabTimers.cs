using System.Globalization;

namespace S2SVpn.Rehearsal.Lab.Daemons;

/// <summary>How soon a lost peer is noticed.</summary>
internal sealed record LabTimers
{
    /// <summary>Noticed in about three seconds, so that many losses can be tried; later where many ends share the machine.</summary>
    public static LabTimers Short(int ends) => new() { Real = false, Retransmit = (Math.Max(0.3, ends * 0.02).ToString("0.00", CultureInfo.InvariantCulture), "1.2", "3") };

    /// <summary>Those of the clouds: BGP as each end has it, dead peers after the seconds of its resource.</summary>
    public static LabTimers Clouds { get; } = new() { Real = true, Retransmit = ("3.0", "1.4", "4") };

    public required bool Real { get; init; }

    /// <summary>The first wait for an answer, what each next one is multiplied with, and how many follow.</summary>
    public required (string First, string Base, string Tries) Retransmit { get; init; }

    /// <summary>How long nothing may come before the peer is asked; the retransmissions come on top of it.</summary>
    public int DpdDelay(int deadAfter) => Real ? Math.Max(1, deadAfter - 33) : 1;

    public int Hold(int clouds) => Real ? clouds : 6;
}
