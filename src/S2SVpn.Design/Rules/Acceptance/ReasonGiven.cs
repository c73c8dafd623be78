using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Acceptance;

internal sealed class ReasonGiven : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X193",
        Level = FindingLevel.Error,
        Title = "An acceptance has a reason",
        Why = "Later readers of the request have to know why the warning does not matter here.",
        Sources = [],
        Fix = "Explain in because why the warning does not matter here.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from acceptance in AcceptanceView.Of(context)
        where string.IsNullOrWhiteSpace(acceptance.Because.Value)
        select new Violation($"{context.FormatPath(acceptance.Because.Path)} is empty", acceptance.Because.Path);
}
