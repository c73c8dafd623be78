using System.Text.Json;

namespace S2SVpn.Rehearsal.Lab.Report;

/// <summary>What the process inside the namespaces tells: one line of JSON each.</summary>
internal sealed record LabEvent
{
    /// <summary>What begins now.</summary>
    public string? Begins { get; init; }

    public LabCheck? Check { get; init; }

    /// <summary>The checks hold, and drills begin.</summary>
    public DrillsAhead? Drills { get; init; }

    /// <summary>The lab is ready for a drill, and waits for its number.</summary>
    public bool Ready { get; init; }

    public LabDrill? Drill { get; init; }

    /// <summary>The lab is kept running until the other side ends it; describes what to look at.</summary>
    public string? Kept { get; init; }

    /// <summary>The last event, where the lab completed.</summary>
    public LabReport? Report { get; init; }

    /// <summary>The last event, where the lab failed.</summary>
    public string? Failure { get; init; }

    public string Write() => JsonSerializer.Serialize(this);

    public static LabEvent Read(string line) => JsonSerializer.Deserialize<LabEvent>(line)!;
}

/// <summary>The drills that there are.</summary>
/// <param name="LongestFirst">Their numbers, those that take long before those that don't.</param>
/// <param name="Ends">The ends of tunnels that a lab has.</param>
/// <param name="Machines">The machines whose own programs run in it.</param>
internal sealed record DrillsAhead(IReadOnlyList<int> LongestFirst, int Ends, int Machines)
{
    private const int MostLabs = 5;

    // Each end has a daemon of its own. A machine's programs look at it every second, and are as much as ten of them.
    private const int MostEnds = 40;
    private const int EndsOfMachine = 10;

    /// <summary>How many labs share them: a drill waits most of its time, but each lab has to be brought up first.</summary>
    public int Labs => Math.Max(1, new[] { MostLabs, 3 * Environment.ProcessorCount, MostEnds / Math.Max(1, Ends + (EndsOfMachine * Machines)), LongestFirst.Count / 2 }.Min());
}
