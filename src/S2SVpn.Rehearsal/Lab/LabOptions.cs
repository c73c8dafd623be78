namespace S2SVpn.Rehearsal.Lab;

/// <summary>How a rehearsal runs.</summary>
public sealed record LabOptions
{
    /// <summary>The checks that there are.</summary>
    public static string[] Groups => ["tunnels", "rekeying", "bgp", "routes", "machines", "filters", "access", "flows", "drills"];

    /// <summary>The checks to make, by the names of their groups; empty for all.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>Whether nothing is lost on purpose.</summary>
    public bool SkipDrills { get; init; }

    /// <summary>Whether losses are noticed as late as the clouds notice them.</summary>
    public bool RealTimers { get; init; }

    /// <summary>Whether the lab is kept running afterwards.</summary>
    public bool Keep { get; init; }

    /// <summary>How long a tunnel may take to come up, and a router to speak; some more where there are many.</summary>
    public int PatienceSeconds { get; init; } = 8;

    internal bool WantsDrills => !SkipDrills && Wants("drills");

    internal bool Wants(string group) => Only.Count == 0 || Only.Contains(group);
}
