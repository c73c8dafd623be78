using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Acceptance;

internal sealed class RuleKnown : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X191",
        Level = FindingLevel.Warning,
        Title = "An accepted code belongs to a rule",
        Why = "With a typo the intended warning would stay, or another one be accepted later.",
        Sources = [],
        Fix = "Write the code as the warning shows it.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from acceptance in AcceptanceView.Of(context)
        where !acceptance.IsReading && acceptance.Rule is null
        select new Violation($"{context.FormatPath(acceptance.Path)} {acceptance.Code} is not the code of a rule", acceptance.Path)
        {
            Fix = Nearest.To(acceptance.Code, RuleBook.All.Select(rule => rule.Facts.Code)) is { } near
                ? $"Did you mean {near}?"
                : null,
        };
}
