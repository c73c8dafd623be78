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

    /// <summary>Which tunnels carried the packets to AWS, from the loss on: a step whenever that changed.</summary>
    public IReadOnlyList<LabDrillWay> Ways { get; init; } = [];

    /// <summary>What came of it, in a few words.</summary>
    public required string Outcome { get; init; }
}

/// <summary>From when on how many flows had no answer.</summary>
/// <param name="At">Seconds from the loss.</param>
/// <param name="Silent">The flows without an answer.</param>
public sealed record LabDrillStep(double At, int Silent);

/// <summary>From when on a tunnel carried how much of all that was sent.</summary>
/// <param name="At">Seconds from the loss.</param>
/// <param name="Tunnel">The tunnel.</param>
/// <param name="Share">From 0 to 1.</param>
public sealed record LabDrillWay(double At, string Tunnel, double Share);
