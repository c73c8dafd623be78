using System.Text.Json;

namespace S2SVpn.Rehearsal.Lab.Report;

/// <summary>What the process inside the namespaces tells: one line of JSON each.</summary>
internal sealed record LabEvent
{
    /// <summary>What begins now.</summary>
    public string? Begins { get; init; }

    public LabCheck? Check { get; init; }

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
