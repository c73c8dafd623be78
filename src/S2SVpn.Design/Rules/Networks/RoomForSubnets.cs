using S2SVpn.Design.Planning;

namespace S2SVpn.Design.Rules.Networks;

public sealed class RoomForSubnets : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X104",
        Level = FindingLevel.Error,
        Title = "There is room for every subnet that is left open",
        Why = "A subnet without a cidr is carved from what the others leave free, and nothing is left.",
        Sources = [Source.VpcSubnets, Source.AzureSettings],
        Fix = "Write a larger network, add one to cidrs, or give the subnets smaller ranges.",
    };

    internal override IEnumerable<Fault> Check(RuleContext context) =>
        context.Sites.SelectMany(site => Subnets(site)
            .Where(subnet => subnet.Layout.Origin == CidrOrigin.NoRoom)
            .Select(subnet => new Fault(
                $"{Phrase.And(site.OwnNetworks.Select(network => $"{context.Say(network.Path)} {network.Value}"))} "
                + $"{(site.OwnNetworks.Count() == 1 ? "has" : "have")} no room left for the subnet {subnet.Name}",
                [subnet.Path, .. site.OwnNetworks.Select(network => network.Path)])));

    private static IEnumerable<SubnetAt> Subnets(SiteView site) => site is AzureView { GatewaySubnet: { } gateway }
        ? site.Subnets.Append(gateway)
        : site.Subnets;
}
