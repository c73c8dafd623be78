using S2SVpn.Design.Network;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Tests.Planning;

/// <summary>BGP or static routes, by the kind of gateway.</summary>
public sealed class RoutingPlanTests
{
    [Fact]
    public void From_Static_RoutesByHandAndDropsBgp()
    {
        var plan = ConnectivityPlan.CreateUnchecked(Requests.Starter.WithLink(link => link with { Routing = Routing.Static }));
        var aws = plan.AwsSites[0];
        Assert.All(aws.Links[0].Connections, connection =>
        {
            Assert.True(connection.StaticRoutesOnly);
            Assert.Equal(Requests.Cidrs("10.1.0.0/16"), connection.StaticRoutes);
        });
        Assert.True(aws.Gateway.Propagate);
        Assert.Empty(aws.Network.Routes);

        var azure = plan.AzureSites[0];
        Assert.False(azure.Gateway.Bgp);
        Assert.All(azure.Gateway.Instances, instance => Assert.Empty(instance.BgpAddresses));
        Assert.All(azure.Links[0].Connections, connection =>
        {
            Assert.False(connection.Bgp);
            Assert.Null(connection.CustomBgpAddresses);
            Assert.Equal((null, null), (connection.LocalNetworkGateway.Asn, connection.LocalNetworkGateway.BgpAddress));
            Assert.Equal(Requests.Cidrs("10.2.0.0/16"), connection.LocalNetworkGateway.AddressSpace);
        });
        Assert.Equal(
            new AzureRouteTablePlan("shop-prod-rt", [new AzureRoutePlan("to-10-2-0-0-16", Cidr.Parse("10.2.0.0/16"), null)]),
            azure.Network.RouteTable);
        Assert.Equal("shop-prod-rt", azure.Network.Subnet("app").RouteTable);
        Assert.Null(azure.Network.GatewaySubnet!.RouteTable);
    }

    [Fact]
    public void From_SingleGatewayStatic_MakesOneConnectionWithTwoTunnels()
    {
        var plan = ConnectivityPlan.CreateUnchecked(Requests.Starter
            .WithLink(link => link with { Routing = Routing.Static })
            .WithAzure(site => site with { Gateway = new AzureGateway { ActiveActive = false } }));
        Assert.Equal(["1.1", "1.2"], plan.Tunnels.Select(tunnel => tunnel.Id));
        Assert.Single(plan.AwsSites[0].CustomerGateways);
        Assert.Single(plan.AzureSites[0].Gateway.Instances);
        Assert.Equal(2, plan.AzureSites[0].Links[0].Connections.Count);
    }

    [Fact]
    public void From_SingleGatewayBgp_UsesTheOneTunnelThatItsOneAddressServes()
    {
        var plan = ConnectivityPlan.CreateUnchecked(Requests.Starter.WithAzure(site => site with { Gateway = new AzureGateway { ActiveActive = false } }));
        Assert.Equal([("1.1", true), ("1.2", false)], plan.Tunnels.Select(tunnel => (tunnel.Id, tunnel.IsUsed)));
        Assert.Equal("[169.254.21.2]", plan.AzureSites[0].Gateway.Instances[0].BgpAddresses.ToString());
        var connection = Assert.Single(plan.AzureSites[0].Links[0].Connections);
        Assert.Null(connection.CustomBgpAddresses);
        Assert.Equal("169.254.21.1", connection.LocalNetworkGateway.BgpAddress.ToString());
        Assert.Equal(2, plan.AwsSites[0].Links[0].Connections[0].Tunnels.Count);
    }

    [Fact]
    public void From_TransitWithBgp_SpreadsAndRoutesToTheGateway()
    {
        var plan = ConnectivityPlan.CreateUnchecked(Requests.Starter.WithAws(site => site with
        {
            Gateway = new AwsGateway { Kind = AwsGatewayKind.Transit },
            Network = site.Network with
            {
                Subnets = [new("app", new() { Zone = "a" }), new("web", new() { Zone = "a" }), new("db", new() { Zone = "b" })],
            },
        }));
        var aws = plan.AwsSites[0];
        Assert.True(aws.Gateway is { Attach: true, Propagate: false });
        Assert.Equal(("shop-prod-tgw", true), (aws.Gateway.Name, aws.Gateway.Transit!.Ecmp));
        Assert.Equal(["app", "db"], aws.Gateway.Transit.AttachmentSubnets);
        Assert.Empty(aws.Gateway.Transit.StaticRoutes);
        Assert.Equal([new AwsRoutePlan(Cidr.Parse("10.1.0.0/16"), AwsRouteTarget.TransitGateway)], aws.Network.Routes);
    }

    [Fact]
    public void From_TransitStatic_RoutesInItsOwnTableToOneAttachment()
    {
        var plan = ConnectivityPlan.CreateUnchecked(Requests.Starter
            .WithLink(link => link with { Routing = Routing.Static })
            .WithAws(site => site with { Gateway = new AwsGateway { Kind = AwsGatewayKind.Transit } }));
        var transit = plan.AwsSites[0].Gateway.Transit!;
        Assert.False(transit.Ecmp);
        Assert.Equal([new TransitRoutePlan(Cidr.Parse("10.1.0.0/16"), "shop-prod-vpn-1")], transit.StaticRoutes);
        Assert.All(plan.AwsSites[0].Links[0].Connections, connection => Assert.Empty(connection.StaticRoutes));
    }
}
