namespace S2SVpn.Rehearsal.Lab.Report;

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
