using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules;

/// <summary>What is told about a rule: in a finding, by the <c>rules</c> command and in docs/rules.md.</summary>
public sealed record RuleFacts
{
    /// <summary>Stable. People accept warnings by it.</summary>
    public required string Code { get; init; }

    /// <summary>Whether its findings are errors or warnings.</summary>
    public required FindingLevel Level { get; init; }

    /// <summary>What has to hold, as a sentence without a full stop.</summary>
    public required string Title { get; init; }

    /// <summary>What would happen in the clouds if it did not hold.</summary>
    public required string Why { get; init; }

    /// <summary>Where that can be read.</summary>
    public required ValueList<Source> Sources { get; init; }

    /// <summary>What to write instead.</summary>
    public required string Fix { get; init; }
}
