using S2SVpn.Design.Checking;
using S2SVpn.Design.Network;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Tests.Planning;

public sealed class ApplianceTests
{
    private static readonly AwsGateway AwsMachines = new() { Kind = AwsGatewayKind.Appliance, Appliance = new Appliance { Count = 2 } };

    private static readonly AzureGateway AzureMachines = new()
    {
        Kind = AzureGatewayKind.Appliance,
        Appliance = new Appliance { Count = 2, Software = ApplianceSoftware.Wireguard },
    };

    [Fact]
    public void From_ApplianceInAws_IsOneConnectionAMachineFromBothInstances()
    {
        var plan = ConnectivityPlan.CreateUnchecked(Requests.Starter.WithAws(site => site with { Gateway = AwsMachines }));
        var azure = plan.AzureSites[0];
        Assert.Equal(
            [
                ("shop-prod-con-1-1", "169.254.21.1", "169.254.21.2", "169.254.21.6", "link-1-1", 2),
                ("shop-prod-con-1-2", "169.254.22.1", "169.254.22.2", "169.254.22.6", "link-1-2", 2),
            ],
            azure.Links[0].Connections.Select(connection => (
                connection.Name,
                connection.LocalNetworkGateway.BgpAddress.ToString(),
                connection.CustomBgpAddresses!.Primary.ToString(),
                connection.CustomBgpAddresses.Secondary.ToString(),
                connection.Key,
                connection.Tunnels.Count)));
        Assert.Equal(["link-1-1", "link-1-2"], plan.Links[0].Keys.Select(key => key.Name));

        var aws = plan.AwsSites[0];
        Assert.Empty(aws.CustomerGateways);
        Assert.Empty(aws.Links[0].Connections);
        Assert.Equal(
            [(0, "169.254.21.1", "169.254.21.2"), (1, "169.254.22.1", "169.254.22.2"), (0, "169.254.21.1", "169.254.21.6"), (1, "169.254.22.1", "169.254.22.6")],
            aws.Links[0].ApplianceTunnels.Select(tunnel => (tunnel.Machine, tunnel.LocalAddress.ToString(), tunnel.RemoteAddress.ToString())));
        Assert.Equal(
            [("shop-prod-gateway-aws-0", "10.2.0.4"), ("shop-prod-gateway-aws-1", "10.2.0.5")],
            aws.Gateway.Appliance!.Machines.Select(machine => (machine.Name, machine.Address.ToString())));
        Assert.Equal(
            [new AwsRoutePlan(Cidr.Any, AwsRouteTarget.InternetGateway), new AwsRoutePlan(Cidr.Parse("10.1.0.0/16"), AwsRouteTarget.Appliance)],
            aws.Network.Routes);
        Assert.True(aws.Gateway is { Attach: false, Propagate: false });
    }

    [Fact]
    public void From_ApplianceInAzure_IsOneVpnConnectionAMachine()
    {
        var plan = ConnectivityPlan.CreateUnchecked(Requests.Starter.WithAzure(site => site with { Gateway = AzureMachines }));
        var aws = plan.AwsSites[0];
        Assert.Equal([0, 1], aws.CustomerGateways.Select(gateway => gateway.Endpoint));
        Assert.Equal(4, aws.Links[0].Connections.Sum(connection => connection.Tunnels.Count));

        var azure = plan.AzureSites[0];
        Assert.Empty(azure.Gateway.Instances);
        Assert.Empty(azure.Links[0].Connections);
        Assert.Equal([0, 0, 1, 1], azure.Links[0].ApplianceTunnels.Select(tunnel => tunnel.Machine));
        Assert.Equal(4, plan.Links[0].Keys.Count);
        Assert.Null(azure.Network.GatewaySubnet);
        var subnet = azure.Network.Subnet("app");
        Assert.Equal((null, null), (subnet.SecurityGroup, subnet.RouteTable));
        Assert.Equal("10.1.0.4", azure.Network.RouteTable!.Routes[0].Appliance.ToString());
    }

    [Fact]
    public void From_AppliancesOnBothSides_MeshWithDistinctInterfaces()
    {
        var plan = ConnectivityPlan.CreateUnchecked(Requests.Starter
            .WithAws(site => site with { Gateway = AwsMachines })
            .WithAzure(site => site with { Gateway = AzureMachines }));
        var aws = plan.AwsSites[0].Links[0].ApplianceTunnels;
        var azure = plan.AzureSites[0].Links[0].ApplianceTunnels;
        Assert.Equal([(0, 0), (1, 0), (0, 1), (1, 1)], aws.Zip(azure, (one, other) => (one.Machine, other.Machine)));
        Assert.All(aws.Zip(azure), pair =>
        {
            Assert.Equal((pair.First.LocalAddress, pair.First.RemoteAddress), (pair.Second.RemoteAddress, pair.Second.LocalAddress));
            Assert.Equal((pair.First.Port, pair.First.InterfaceId, pair.First.Interface), (pair.Second.Port, pair.Second.InterfaceId, pair.Second.Interface));
            Assert.True(pair.First.Starts && pair.Second.Starts);
        });
        Assert.Equal(4, aws.Select(tunnel => tunnel.Port).Distinct().Count());
        Assert.Equal([(51820, 1, "s2s0"), (51884, 65, "s2s64")], aws.Take(2).Select(tunnel => (tunnel.Port, tunnel.InterfaceId, tunnel.Interface)));
        Assert.Equal(4, plan.Links[0].Keys.Count);
    }

    [Fact]
    public void From_ApplianceThatWaits_DoesNotStart()
    {
        var plan = ConnectivityPlan.CreateUnchecked(Requests.Starter
            .WithAws(site => site with { Gateway = AwsMachines })
            .WithLink(link => link with { Tunnels = new TunnelOptions { Startup = Startup.Add } }));
        Assert.All(plan.AwsSites[0].Links[0].ApplianceTunnels, tunnel => Assert.False(tunnel.Starts));
    }

    [Fact]
    public void Plan_AwsAloneAgainstAnOffice_HasTwoTunnelsToItsOneAddress()
    {
        var office = new Peer { Asn = new Asn(65010), Networks = Requests.Cidrs("192.168.0.0/16") };
        var site = new SingleSidePlanner("shop", office).Plan(Requests.Aws("10.2.0.0/16")).Site;
        var gateway = Assert.Single(site.CustomerGateways);
        Assert.Equal(("shop-peer-cgw-1", 0, "65010"), (gateway.Name, gateway.Endpoint, gateway.Asn.ToString()));
        var connection = Assert.Single(site.Links[0].Connections);
        Assert.Equal(["169.254.21.0/30", "169.254.22.0/30"], connection.Tunnels.Select(tunnel => tunnel.Tunnel.Inside.ToString()));
        Assert.Equal("[192.168.0.0/16]", site.Links[0].RemoteNetworks.ToString());
    }

    [Fact]
    public void Plan_AzureAloneAgainstAnyPeer_HasAConnectionToEachOfItsAddresses()
    {
        var peer = new Peer { Asn = new Asn(65010), Networks = Requests.Cidrs("192.168.0.0/16"), Endpoints = 2 };
        var bgp = new SingleSidePlanner("shop", peer).Plan(Requests.Azure("10.1.0.0/16")).Site;
        Assert.Equal(["shop-con-1-1", "shop-con-1-2"], bgp.Links[0].Connections.Select(connection => connection.Name));
        Assert.Equal("65010", bgp.Links[0].Connections[0].LocalNetworkGateway.Asn!.ToString());

        var routed = new SingleSidePlanner("shop", peer) { Link = new Link { Routing = Routing.Static } }.Plan(Requests.Azure("10.1.0.0/16")).Site;
        Assert.All(routed.Links[0].Connections, connection =>
            Assert.Equal(Requests.Cidrs("192.168.0.0/16"), connection.LocalNetworkGateway.AddressSpace));
    }

    [Fact]
    public void Plan_OneSideWithAccess_AdmitsThePeersNetworksAndNoOther()
    {
        var office = new Peer { Asn = new Asn(65010), Networks = Requests.Cidrs("192.168.0.0/16") };
        var plan = new SingleSidePlanner("shop", office)
        {
            Access = [new AccessFlow { From = [FlowEnd.Of(SingleSidePlanner.PeerName)], To = [FlowEnd.Of("aws", "app")], Tcp = [new PortRange(443, 443)] }],
        }.Plan(Requests.Aws("10.2.0.0/16"));
        var rule = Assert.Single(Assert.Single(plan.Site.SecurityGroups).Rules);
        Assert.Equal(("192.168.0.0/16", FlowDirection.Inbound), (rule.Remote.ToString(), rule.Direction));
        Assert.Equal(["link-1-1", "link-1-2"], plan.Link.Keys.Select(key => key.Name));
    }

    [Fact]
    public void Plan_OneSideThatTheRulesRefuse_SaysWhy()
    {
        var office = new Peer { Asn = new Asn(64512), Networks = Requests.Cidrs("10.2.128.0/17") };
        var refusal = Assert.Throws<ArgumentException>(() => new SingleSidePlanner("shop", office).Plan(Requests.Aws("10.2.0.0/16")));
        Assert.Contains("10.2.128.0/17 lies inside", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("X004 ", refusal.Message, StringComparison.Ordinal);
    }
}
