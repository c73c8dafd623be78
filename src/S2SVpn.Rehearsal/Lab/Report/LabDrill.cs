namespace S2SVpn.Rehearsal.Lab.Report;

/// <summary>One loss that was tried.</summary>
public sealed record LabDrill
{
    public required string Name { get; init; }

    public required bool Passed { get; init; }

    /// <summary>The flows that lost anything.</summary>
    public required int Affected { get; init; }

    public required int Flows { get; init; }

    public required int Lost { get; init; }

    public required int Sent { get; init; }

    /// <summary>How long the flow that waited longest had no answer.</summary>
    public required double Seconds { get; init; }

    /// <summary>What came of it, in a few words.</summary>
    public required string Outcome { get; init; }
}
