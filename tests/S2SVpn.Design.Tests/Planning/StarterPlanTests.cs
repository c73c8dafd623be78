using S2SVpn.Design.Network;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Tests.Planning;

/// <summary>All that is decided for the smallest request.</summary>
public sealed class StarterPlanTests
{
    /// <summary>learn.microsoft.com/azure/vpn-gateway/vpn-gateway-howto-aws-bgp, its table of addresses.</summary>
    [Theory]
    [InlineData(1, 1, 0, "169.254.21.0/30", "169.254.21.1", "169.254.21.2", "169.254.21.2", "169.254.21.6")]
    [InlineData(1, 2, 0, "169.254.22.0/30", "169.254.22.1", "169.254.22.2", "169.254.22.2", "169.254.21.6")]
    [InlineData(2, 1, 1, "169.254.21.4/30", "169.254.21.5", "169.254.21.6", "169.254.21.2", "169.254.21.6")]
    [InlineData(2, 2, 1, "169.254.22.4/30", "169.254.22.5", "169.254.22.6", "169.254.21.2", "169.254.22.6")]
    public void From_Starter_GivesMicrosoftsTable(
        int connection, int number, int instance, string inside, string aws, string azure, string primary, string secondary)
    {
        var plan = ConnectivityPlan.CreateUnchecked(Requests.Starter);
        Assert.Equal(4, plan.Tunnels.Count());
        var tunnel = plan.Tunnels.Single(each => each.Connection == connection && each.Number == number);
        Assert.Equal(
            (instance, inside, aws, azure),
            (tunnel.AzureInstance, tunnel.Inside.ToString(), tunnel.AwsAddress.ToString(), tunnel.AzureAddress.ToString()));
        Assert.Equal((Initiator.Both, true, $"link-{tunnel.Connection}-{tunnel.Number}"), (tunnel.Initiator, tunnel.IsUsed, tunnel.Key));

        var ends = plan.AzureSites[0].Links[0].Connections;
        Assert.Equal(4, ends.Count);
        var end = ends.Single(each => each.Tunnels[0] == tunnel);
        Assert.Equal(new CustomBgpAddressesPlan(Ipv4.Parse(primary), Ipv4.Parse(secondary)), end.CustomBgpAddresses);
        Assert.Equal(aws, end.LocalNetworkGateway.BgpAddress.ToString());
        Assert.Equal("64512", end.LocalNetworkGateway.Asn!.ToString());
        Assert.Empty(end.LocalNetworkGateway.AddressSpace);
        Assert.Equal(tunnel.Key, end.Key);
        Assert.True(end.Bgp);
    }

    [Fact]
    public void From_Starter_DecidesTheAwsSide()
    {
        var aws = ConnectivityPlan.CreateUnchecked(Requests.Starter).AwsSites[0];
        Assert.Equal(("aws", null, "eu-central-1"), (aws.Name, aws.Alias, aws.Region));
        Assert.Equal(("shop-prod-vpc", "shop-prod-rtb", null), (aws.Network.Name, aws.Network.RouteTable, aws.Network.InternetGateway));
        Assert.Empty(aws.Network.Routes);
        Assert.Equal("shop-prod-app", aws.Network.Subnet("app").Name);
        Assert.Equal(("shop-prod-vgw", "64512"), (aws.Gateway.Name, aws.Gateway.Asn.ToString()));
        Assert.True(aws.Gateway is { Attach: true, Propagate: true, Protect: false, Transit: null, Appliance: null });
        Assert.Equal(
            [("shop-prod-cgw-1", 0, "65515"), ("shop-prod-cgw-2", 1, "65515")],
            aws.CustomerGateways.Select(gateway => (gateway.Name, gateway.Endpoint, gateway.Asn.ToString())));

        var link = Assert.Single(aws.Links);
        Assert.Equal("10.1.0.0/16", Assert.Single(link.RemoteNetworks).ToString());
        Assert.Equal(
            [("shop-prod-vpn-1", "shop-prod-cgw-1"), ("shop-prod-vpn-2", "shop-prod-cgw-2")],
            link.Connections.Select(connection => (connection.Name, connection.CustomerGateway)));
        Assert.All(link.Connections, connection =>
        {
            Assert.False(connection.StaticRoutesOnly);
            Assert.Empty(connection.StaticRoutes);
            Assert.Equal((Cidr.Any, Cidr.Any), (connection.LocalSelector, connection.RemoteSelector));
            Assert.Equal([1, 2], connection.Tunnels.Select(tunnel => tunnel.Tunnel.Number));
        });
        var tunnel = link.Connections[0].Tunnels[0];
        Assert.Equal(
            (Startup.Start, 45, DpdAction.Restart, 540, 100, 1024, false),
            (tunnel.Startup, tunnel.DpdTimeoutSeconds, tunnel.DpdAction, tunnel.RekeyMarginSeconds, tunnel.RekeyFuzzPercent, tunnel.ReplayWindow, tunnel.LifecycleControl));
        Assert.Equal(("AES256", "SHA2-384", 20), (tunnel.Crypto.Phase1Encryption, tunnel.Crypto.Phase1Integrity, tunnel.Crypto.Phase1DhGroup));
    }

    [Fact]
    public void From_Starter_DecidesTheAzureSide()
    {
        var azure = ConnectivityPlan.CreateUnchecked(Requests.Starter).AzureSites[0];
        Assert.Equal(new ResourceGroupPlan("shop-prod-rg", false), azure.ResourceGroup);
        Assert.Equal(("shop-prod-vnet", null), (azure.Network.Name, azure.Network.RouteTable));
        Assert.Equal("10.1.255.224/27", azure.Network.GatewaySubnet!.Cidr!.ToString());
        Assert.Equal(
            ("shop-prod-vgw", GatewaySku.VpnGw1AZ, GatewayGeneration.One, true, "65515", true),
            (azure.Gateway.Name, azure.Gateway.Sku, azure.Gateway.Generation, azure.Gateway.ActiveActive, azure.Gateway.Asn.ToString(), azure.Gateway.Bgp));
        Assert.Equal(
            [
                (0, "shop-prod-vgw-pip-0", "instance-0", "[169.254.21.2, 169.254.22.2]"),
                (1, "shop-prod-vgw-pip-1", "instance-1", "[169.254.21.6, 169.254.22.6]"),
            ],
            azure.Gateway.Instances.Select(instance =>
                (instance.Index, instance.PublicIp, instance.IpConfiguration, instance.BgpAddresses.ToString())));
        Assert.Equal(
            [
                ("shop-prod-con-1-1", "shop-prod-lgw-1-1"),
                ("shop-prod-con-1-2", "shop-prod-lgw-1-2"),
                ("shop-prod-con-2-1", "shop-prod-lgw-2-1"),
                ("shop-prod-con-2-2", "shop-prod-lgw-2-2"),
            ],
            azure.Links[0].Connections.Select(each => (each.Name, each.LocalNetworkGateway.Name)));
    }
}
