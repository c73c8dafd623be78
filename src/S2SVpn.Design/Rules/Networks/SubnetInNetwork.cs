using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Networks;

internal sealed class SubnetInNetwork : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X102",
        Level = FindingLevel.Error,
        Title = "A subnet is inside a network of its VPC or VNet",
        Why = "Both clouds reject a subnet outside it.",
        Sources = [Source.VpcSubnets, Source.AzureVnetFaq],
        Fix = "Use a part of one of the networks, or add a network to cidrs.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.Sites
        let own = site.OwnNetworks.ToList()
        from subnet in site.GivenSubnets
        where !own.Exists(network => network.Value.Contains(subnet.Value))
        select new Violation(
            $"{context.FormatPath(subnet.Path)} {subnet.Value} is outside "
            + Phrase.Some([.. own.Select(network => $"{context.FormatPath(network.Path)} {network.Value}")]),
            [subnet.Path, .. own.Select(network => network.Path)]);
}
