using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Cross;

internal sealed class InsideUnique : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X002",
        Level = FindingLevel.Error,
        Title = "Tunnels of an Azure gateway have different inside networks",
        Why = "Both tunnels then share one BGP address of the gateway, and one of the two sessions never comes up.",
        Sources = [Source.AzureTutorial],
        Fix = "Give each tunnel its own /30: a separate slot for each link, or different values in inside.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AzureSites
        // Two links of one AWS gateway are AWS003's.
        from clash in InsideClash.Of(site.ResolvedLinks, (one, other) => one.Aws != other.Aws)
        select InsideClash.Violation(context, site, clash.Outer, clash.Inner);
}
