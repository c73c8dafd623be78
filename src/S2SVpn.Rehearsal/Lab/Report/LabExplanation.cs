namespace S2SVpn.Rehearsal.Lab.Report;

/// <summary>Why a check failed, as far as both ends and their logs tell.</summary>
public sealed record LabExplanation
{
    /// <summary>The likely cause, in one sentence.</summary>
    public required string Cause { get; init; }

    /// <summary>What AWS's resources say; null where it's no matter of values.</summary>
    public string? Aws { get; init; }

    /// <summary>What Azure's resources say.</summary>
    public string? Azure { get; init; }

    /// <summary>The resources that say so, as Terraform names them.</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];

    /// <summary>The line of a log that shows it.</summary>
    public string? Log { get; init; }

    /// <summary>The way to what decides it in the request.</summary>
    public string? RequestPath { get; init; }

    /// <summary>The place of that in the request's file, as its author wrote it.</summary>
    public string? RequestLine { get; init; }
}
