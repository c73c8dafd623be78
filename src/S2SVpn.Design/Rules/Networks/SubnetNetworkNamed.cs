using S2SVpn.Design.Findings;
using S2SVpn.Design.Layout;

namespace S2SVpn.Design.Rules.Networks;

public sealed class SubnetNetworkNamed : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X105",
        Level = FindingLevel.Error,
        Title = "A new subnet of an existing network says which addresses it gets",
        Why = "What is free in a VPC or VNet that exists only the cloud knows.",
        Sources = [Source.VpcSubnets, Source.AzureVnetFaq],
        Fix = "Write the subnet's cidr, or the id of one that exists in existing.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.Sites
        from subnet in site.AllSubnets
        where subnet.Layout.Origin == CidrOrigin.NotNamed
        select new Violation(
            $"{context.FormatPath(subnet.Path)} has neither a cidr nor an id, and {context.FormatPath(site.Network)} exists already",
            subnet.Path, site.Network["existing"]);
}
