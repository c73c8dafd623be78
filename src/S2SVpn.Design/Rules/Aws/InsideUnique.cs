using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Aws;

public sealed class InsideUnique : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS003",
        Level = FindingLevel.Error,
        Title = "No two tunnels of an AWS gateway have the same network inside",
        Why = "A virtual private gateway refuses a network that another of its connections has. A transit "
            + "gateway takes it, and then has two neighbours of the same address.",
        Sources = [Source.AwsTunnels],
        Fix = "Give each tunnel a /30 of its own: a slot of its own for each link, or other values in inside.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AwsSites
        from clash in InsideClash.Of(site.ResolvedLinks, (_, _) => true)
        select InsideClash.Violation(context, site, clash.Outer, clash.Inner);
}
