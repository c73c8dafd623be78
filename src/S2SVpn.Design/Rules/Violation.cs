using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules;

/// <summary>One violation that a rule found; with the rule's facts and the places in the file it becomes a finding.</summary>
/// <param name="Message">One sentence without a full stop: the values given, and what is allowed.</param>
/// <param name="Places">The values at fault, the one to look at first in front.</param>
internal sealed record Violation(string Message, params ValueList<RequestPath> Places)
{
    /// <summary>What to write instead, where that can be said nearer than the rule says it.</summary>
    public string? Fix { get; init; }
}
