namespace S2SVpn.Design.Findings;

/// <summary>What is wrong with a request, where, and what to do about it.</summary>
public sealed record Finding
{
    /// <summary>Stable: <c>REQ…</c> from reading, <c>AWS…</c>, <c>AZ…</c> and <c>X…</c> from the rules.</summary>
    public required string Code { get; init; }

    /// <summary>Whether it is an error or a warning.</summary>
    public required FindingLevel Level { get; init; }

    /// <summary>One sentence without a full stop: what is wrong, with the values given and what is allowed.</summary>
    public required string Message { get; init; }

    /// <summary>What to write instead, in one or two sentences.</summary>
    public required string Fix { get; init; }

    /// <summary>Every value at fault, the one to look at first in front. Never empty.</summary>
    public required ValueList<FindingPlace> Places { get; init; }

    /// <summary>The reason under which the request accepts this warning.</summary>
    public string? AcceptedBecause { get; init; }

    /// <summary>The place to look at first.</summary>
    public FindingPlace Place => Places[0];

    /// <summary>Whether nothing may be written while it stands.</summary>
    public bool Stops => Level == FindingLevel.Error;
}

/// <summary>Whether a finding stops the plan.</summary>
public enum FindingLevel
{
    /// <summary>Stops before anything is written.</summary>
    Error,

    /// <summary>Can be accepted in the request, with a reason.</summary>
    Warning,
}

/// <summary>A value of a request that a finding is about.</summary>
/// <param name="Path">The path as the author of the request would write it.</param>
/// <param name="Span">The place of the value, or of its nearest written parent.</param>
public sealed record FindingPlace(string Path, SourceSpan Span);
