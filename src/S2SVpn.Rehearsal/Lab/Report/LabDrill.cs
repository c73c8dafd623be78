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

    /// <summary>How many flows had no answer from the loss on; empty where none waited long enough to tell.</summary>
    public IReadOnlyList<LabDrillStep> Timeline { get; init; } = [];

    /// <summary>What came of it, in a few words.</summary>
    public required string Outcome { get; init; }
}

/// <summary>From when on how many flows had no answer.</summary>
/// <param name="At">Seconds from the loss.</param>
/// <param name="Silent">The flows without an answer.</param>
public sealed record LabDrillStep(double At, int Silent);
