using S2SVpn.Design.Findings;
using S2SVpn.Design.Layout;

namespace S2SVpn.Design.Rules.Networks;

internal sealed class SubnetNetworkNamed : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X105",
        Level = FindingLevel.Error,
        Title = "A new subnet of an existing network has a cidr",
        Why = "Only the cloud knows which addresses of an existing VPC or VNet are free.",
        Sources = [Source.VpcSubnets, Source.AzureVnetFaq],
        Fix = "Write the subnet's cidr, or the id of an existing subnet in existing.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.Sites
        from subnet in site.AllSubnets
        where subnet.Layout.Origin == CidrOrigin.NotNamed
        select new Violation(
            $"{context.FormatPath(subnet.Path)} has neither a cidr nor an id, but {context.FormatPath(site.Network)} exists already",
            subnet.Path, site.Network["existing"]);
}
