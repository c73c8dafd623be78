using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Acceptance;

internal sealed class ErrorsStay : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X190",
        Level = FindingLevel.Error,
        Title = "Only warnings can be accepted",
        Why = "With an error, the VPN would not work or would differ from the request, whatever the reason.",
        Sources = [],
        Fix = "Remove the acceptance and follow the error's own fix.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from acceptance in AcceptanceView.Of(context)
        where acceptance.IsReading || acceptance.Rule?.Facts.Level == FindingLevel.Error
        select new Violation(
            $"{context.FormatPath(acceptance.Path)} {acceptance.Code} is an error, which can't be accepted", acceptance.Path);
}
