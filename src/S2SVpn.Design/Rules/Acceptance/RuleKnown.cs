using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Acceptance;

public sealed class RuleKnown : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X191",
        Level = FindingLevel.Warning,
        Title = "What is accepted is a rule that there is",
        Why = "A typing error would leave the meant warning in force, or accept another one later.",
        Sources = [],
        Fix = "Write the code as the warning shows it.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from acceptance in AcceptanceView.Of(context)
        where !acceptance.IsReading && acceptance.Rule is null
        select new Violation($"{context.FormatPath(acceptance.Path)} {acceptance.Code} is no rule", acceptance.Path)
        {
            Fix = Nearest.To(acceptance.Code, RuleBook.All.Select(rule => rule.Facts.Code)) is { } near
                ? $"Did you mean {near}?"
                : null,
        };
}
