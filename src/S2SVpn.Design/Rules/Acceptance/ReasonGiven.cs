using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Acceptance;

public sealed class ReasonGiven : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X193",
        Level = FindingLevel.Error,
        Title = "An acceptance has a reason",
        Why = "Whoever reads the request later has to know why the warning does not matter here.",
        Sources = [],
        Fix = "Write in because why it is right here.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from acceptance in AcceptanceView.Of(context)
        where string.IsNullOrWhiteSpace(acceptance.Because.Value)
        select new Violation($"{context.FormatPath(acceptance.Because.Path)} is empty", acceptance.Because.Path);
}
