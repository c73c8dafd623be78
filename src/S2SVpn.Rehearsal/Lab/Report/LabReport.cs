namespace S2SVpn.Rehearsal.Lab.Report;

/// <summary>What a rehearsal found.</summary>
public sealed record LabReport
{
    public required IReadOnlyList<LabCheck> Checks { get; init; }

    public required IReadOnlyList<LabDrill> Drills { get; init; }

    /// <summary>From nothing to the first check.</summary>
    public required double BringUpSeconds { get; init; }

    public bool Passed => Checks.Count > 0 && Checks.All(check => check.Passed) && Drills.All(drill => drill.Passed);

    /// <summary>The same, with the lines of the request to each explanation.</summary>
    public LabReport Located(Func<string, string> line) => this with
    {
        Checks = Checks.Select(check => check.Explanation?.RequestPath is { } path ? check with { Explanation = check.Explanation with { RequestLine = line(path) } } : check).ToList(),
    };
}

/// <summary>One thing that was checked.</summary>
public sealed record LabCheck
{
    /// <summary>Such as <c>tunnels</c> or <c>access</c>.</summary>
    public required string Group { get; init; }

    public required string Name { get; init; }

    public required bool Passed { get; init; }

    public required string Expected { get; init; }

    public required string Seen { get; init; }

    /// <summary>Null where it passed, or where nothing more is known.</summary>
    public LabExplanation? Explanation { get; init; }
}

/// <summary>Why a check failed, as far as both ends and their logs tell.</summary>
public sealed record LabExplanation
{
    /// <summary>The likely cause, in one sentence.</summary>
    public required string Cause { get; init; }

    /// <summary>What AWS's resources say; null where it's no matter of values.</summary>
    public string? Aws { get; init; }

    /// <summary>What Azure's resources say.</summary>
    public string? Azure { get; init; }

    /// <summary>The line of a log that shows it.</summary>
    public string? Log { get; init; }

    /// <summary>The way to what decides it in the request.</summary>
    public string? RequestPath { get; init; }

    /// <summary>The place of that in the request's file, as its author wrote it.</summary>
    public string? RequestLine { get; init; }
}

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
