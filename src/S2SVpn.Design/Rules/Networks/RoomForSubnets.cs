using S2SVpn.Design.Findings;
using S2SVpn.Design.Layout;

namespace S2SVpn.Design.Rules.Networks;

internal sealed class RoomForSubnets : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X104",
        Level = FindingLevel.Error,
        Title = "The networks have room for every subnet without a cidr",
        Why = "A subnet without a cidr gets a free part of the network, and none is left.",
        Sources = [Source.VpcSubnets, Source.AzureSettings],
        Fix = "Use a larger network, add one to cidrs, or give the subnets smaller ranges.",
    };

    // Without a network there is nothing to carve from, which another rule says.
    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.Sites
        from subnet in site.AllSubnets
        where subnet.Layout.Origin == CidrOrigin.NoRoom
        let own = site.OwnNetworks.ToList()
        where own.Count > 0
        select new Violation(
            $"{Phrase.And(own.Select(network => $"{context.FormatPath(network.Path)} {network.Value}"))} "
            + $"{(own.Count == 1 ? "has" : "have")} no room left for {What(subnet)}",
            [subnet.Path, .. own.Select(network => network.Path)]);

    private static string What(SubnetAt subnet) => subnet.Name == NetworkLayout.GatewaySubnetName
        ? "GatewaySubnet, which needs a /27"
        : $"the subnet {subnet.Name}";
}
