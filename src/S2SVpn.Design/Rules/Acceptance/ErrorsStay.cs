using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Acceptance;

public sealed class ErrorsStay : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X190",
        Level = FindingLevel.Error,
        Title = "Only warnings are accepted",
        Why = "What an error says would not work, or would not be what was asked for, whatever the reason.",
        Sources = [],
        Fix = "Take the acceptance out, and do what the error's own fix says.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from acceptance in AcceptanceView.Of(context)
        where acceptance.IsReading || acceptance.Rule?.Facts.Level == FindingLevel.Error
        select new Violation(
            $"{context.FormatPath(acceptance.Path)} {acceptance.Code} is an error, which can't be accepted", acceptance.Path);
}
