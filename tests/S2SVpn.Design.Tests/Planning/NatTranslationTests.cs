using S2SVpn.Design.Layout;
using S2SVpn.Design.Network;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Tests.Planning;

public sealed class NatTranslationTests
{
    [Theory]
    [InlineData("10.0.0.0/16", "100.64.0.0/16")]
    [InlineData("10.0.1.0/24", "100.64.1.0/24")]
    [InlineData("10.0.1.7/32", "100.64.1.7/32")]
    [InlineData("10.1.0.0/16", "10.1.0.0/16")]
    public void Seen_StaticRule_MovesANetworkToTheSamePlace(string network, string seen) => Assert.Equal(
        Requests.Cidrs(seen),
        NatTranslation.Seen(Requests.Cidrs(network), [Rule("10.0.0.0/16", "100.64.0.0/16")], NatDirection.Egress));

    [Fact]
    public void Seen_RuleThatCoversAPart_KeepsTheRest() => Assert.Equal(
        Requests.Cidrs("100.64.1.0/24", "10.0.0.0/24", "10.0.2.0/23").Order(),
        NatTranslation.Seen(Requests.Cidrs("10.0.0.0/22"), [Rule("10.0.1.0/24", "100.64.1.0/24")], NatDirection.Egress).Order());

    [Fact]
    public void Seen_OtherDirection_IsLeftAlone() => Assert.Equal(
        Requests.Cidrs("10.0.0.0/16"),
        NatTranslation.Seen(Requests.Cidrs("10.0.0.0/16"), [Rule("10.0.0.0/16", "100.64.0.0/16")], NatDirection.Ingress));

    [Fact]
    public void Seen_DynamicRule_PutsAllBehindTheExternalNetwork() => Assert.Equal(
        Requests.Cidrs("100.64.0.0/28"),
        NatTranslation.Seen(
            Requests.Cidrs("10.0.1.0/24", "10.0.2.0/24"),
            [Rule("10.0.0.0/16", "100.64.0.0/28") with { Kind = NatKind.Dynamic }],
            NatDirection.Egress));

    [Fact]
    public void From_OverlappingNetworks_RoutesWhatEachSideSees()
    {
        var plan = ConnectivityPlan.CreateUnchecked((Requests.Starter with
        {
            Aws = [new("aws", Requests.Aws("10.0.0.0/16"))],
            Azure = [new("azure", Requests.Azure("10.0.0.0/16"))],
            Access = [new AccessFlow { From = [Requests.End("azure.app")], To = [Requests.End("aws.app")], Tcp = [new PortRange(443, 443)] }],
        }).WithLink(link => link with
        {
            Routing = Routing.Static,
            Nat =
            [
                Rule("10.0.0.0/16", "100.64.0.0/16") with { Name = "vnet" },
                Rule("10.0.0.0/16", "100.65.0.0/16") with { Name = "vpc", Direction = NatDirection.Ingress },
            ],
        }));

        // Azure finds the connection by the networks as they are, and its machines by what they are called there.
        var link = plan.AzureSites[0].Links[0];
        Assert.Equal(Requests.Cidrs("10.0.0.0/16"), link.Connections[0].LocalNetworkGateway.AddressSpace);
        Assert.Equal(["vnet"], link.Connections[0].EgressNatRules);
        Assert.Equal(["vpc"], link.Connections[0].IngressNatRules);
        Assert.Equal(Requests.Cidrs("100.65.0.0/16"), link.RemoteNetworks);
        Assert.Equal(Requests.Cidrs("100.65.0.0/16"), plan.AzureSites[0].Network.RouteTable!.Routes.Select(route => route.Destination));
        Assert.Equal(["vnet", "vpc"], plan.AzureSites[0].Gateway.NatRules.Select(rule => rule.Name));

        Assert.Equal(Requests.Cidrs("100.64.0.0/16"), plan.AwsSites[0].Links[0].Connections[0].StaticRoutes);
        Assert.Equal(Requests.Cidrs("100.64.0.0/24"), plan.AwsSites[0].SecurityGroups[0].Rules.Select(rule => rule.Remote));
        Assert.Equal(Requests.Cidrs("100.65.0.0/24"), plan.AzureSites[0].SecurityGroups[0].Rules[0].Remote);
    }

    [Fact]
    public void From_RuleOfSeveralNetworksOrOneInstance_BecomesWhatAzureTakes()
    {
        var plan = ConnectivityPlan.CreateUnchecked(Requests.Starter.WithLink(link => link with
        {
            Name = "west",
            Routing = Routing.Static,
            Nat =
            [
                new NatRule
                {
                    Name = "two",
                    Direction = NatDirection.Egress,
                    Internal = Requests.Cidrs("10.1.0.0/24", "10.1.1.0/24"),
                    External = Requests.Cidrs("100.64.0.0/24", "100.64.1.0/24"),
                },
                Rule("10.2.0.0/24", "100.65.0.0/28") with
                {
                    Name = "many", Kind = NatKind.Dynamic, Direction = NatDirection.Ingress, Instance = 1,
                },
            ],
        }));
        var rules = plan.AzureSites[0].Gateway.NatRules;
        Assert.Equal(
            [("west-two-1", "10.1.0.0/24", null), ("west-two-2", "10.1.1.0/24", null), ("west-many", "10.2.0.0/24", "instance-1")],
            rules.Select(rule => (rule.Name, rule.Internal.ToString(), rule.IpConfiguration)));
        var connections = plan.AzureSites[0].Links[0].Connections;
        Assert.All(connections, connection => Assert.Equal(["west-two-1", "west-two-2"], connection.EgressNatRules));
        Assert.Equal([0, 0, 1, 1], connections.Select(connection => connection.IngressNatRules.Count));
    }

    private static NatRule Rule(string from, string to) => new()
    {
        Name = "rule",
        Direction = NatDirection.Egress,
        Internal = [Cidr.Parse(from)],
        External = [Cidr.Parse(to)],
    };
}
