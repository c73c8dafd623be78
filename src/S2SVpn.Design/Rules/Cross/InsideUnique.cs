using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Cross;

public sealed class InsideUnique : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X002",
        Level = FindingLevel.Error,
        Title = "No two tunnels of an Azure gateway have the same network inside",
        Why = "The gateway has one BGP address for both tunnels then, and one of the two sessions never comes up.",
        Sources = [Source.AzureTutorial],
        Fix = "Give each tunnel a /30 of its own: a slot of its own for each link, or other values in inside.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AzureSites
        // Two links of one AWS gateway are AWS003's.
        from clash in InsideClash.Of(site.ResolvedLinks, (one, other) => one.Aws != other.Aws)
        select InsideClash.Violation(context, site, clash.Outer, clash.Inner);
}
