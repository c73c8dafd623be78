using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class InsideUnique : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS003",
        Level = FindingLevel.Error,
        Title = "Tunnels of an AWS gateway have different inside networks",
        Why = "A virtual private gateway rejects a network that another of its connections uses. A transit "
            + "gateway accepts it, and then has two BGP neighbors with the same address.",
        Sources = [Source.AwsTunnels],
        Fix = "Give each tunnel its own /30: a separate slot for each link, or different values in inside.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AwsSites
        from clash in InsideClash.Of(site.ResolvedLinks, (_, _) => true)
        select InsideClash.Violation(context, site, clash.Outer, clash.Inner);
}
