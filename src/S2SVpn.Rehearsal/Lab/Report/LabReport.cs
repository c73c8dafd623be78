namespace S2SVpn.Rehearsal.Lab.Report;

/// <summary>What a rehearsal found.</summary>
public sealed record LabReport
{
    public required IReadOnlyList<LabCheck> Checks { get; init; }

    public required IReadOnlyList<LabDrill> Drills { get; init; }

    /// <summary>What could not be checked, and why.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>With a folder: where it is not what the request gives.</summary>
    public IReadOnlyList<string> Edits { get; init; } = [];

    /// <summary>From nothing to the first check.</summary>
    public required double BringUpSeconds { get; init; }

    public bool Passed => Checks.Count + Drills.Count > 0 && Checks.All(check => check.Passed) && Drills.All(drill => drill.Passed);

    /// <summary>The same, with the lines of the request to each explanation.</summary>
    public LabReport Located(Func<string, string> line) => this with
    {
        Checks = Checks.Select(check => check.Explanation?.RequestPath is { } path ? check with { Explanation = check.Explanation with { RequestLine = line(path) } } : check).ToList(),
    };
}
