using S2SVpn.Design.Network;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Tests.Planning;

public sealed class ConnectivityPlanTests
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

    [Fact]
    public void From_TwoRegions_GivesEachLinkItsSlotOnTheSharedGateway()
    {
        var plan = ConnectivityPlan.CreateUnchecked(Requests.TwoRegions);
        Assert.Equal([(null, null, "frankfurt"), (null, "us-east-1", "virginia")], plan.AwsSites.Select(site => (site.Alias, site.ResourceRegion, site.Name)));
        Assert.Equal(["shop-frankfurt-vpc", "shop-virginia-vpc"], plan.AwsSites.Select(site => site.Network.Name));
        Assert.Equal(["shop-frankfurt-west-cgw-1", "shop-frankfurt-west-cgw-2"], plan.AwsSites[0].CustomerGateways.Select(each => each.Name));
        Assert.Equal("169.254.21.8/30", plan.Link("virginia-west").Connections[0].Tunnels[0].Inside.ToString());

        var azure = plan.AzureSite("west");
        Assert.Equal(
            "[169.254.21.2, 169.254.21.10, 169.254.22.2, 169.254.22.10]", azure.Gateway.Instances[0].BgpAddresses.ToString());
        Assert.Equal(8, azure.Links.Sum(link => link.Connections.Count));
        Assert.Equal(
            new CustomBgpAddressesPlan(Ipv4.Parse("169.254.21.10"), Ipv4.Parse("169.254.22.14")),
            azure.Links[1].Connections[3].CustomBgpAddresses);
    }

    [Fact]
    public void From_TwoLinksBetweenTheSameSites_ShareTheirCustomerGateways()
    {
        var plan = ConnectivityPlan.CreateUnchecked(Requests.Starter with
        {
            Links = [new Link { Name = "one", Slot = 3 }, new Link { Name = "two", Slot = 4 }],
        });
        var aws = plan.AwsSites[0];
        Assert.Equal(2, aws.CustomerGateways.Count);
        Assert.Equal(
            ["shop-prod-one-vpn-1", "shop-prod-one-vpn-2", "shop-prod-two-vpn-1", "shop-prod-two-vpn-2"],
            aws.Links.SelectMany(link => link.Connections).Select(connection => connection.Name));
        Assert.Equal(8, plan.Tunnels.Select(tunnel => tunnel.Inside).Distinct().Count());
        Assert.Equal(8, plan.Links.SelectMany(link => link.Keys).Select(key => key.Name).Distinct().Count());
    }

    [Fact]
    public void From_ExistingEverything_MakesNothingButTheLink()
    {
        var plan = ConnectivityPlan.CreateUnchecked(Requests.Starter
            .WithAws(site => site with
            {
                Gateway = new AwsGateway { Existing = "vgw-1" },
                Network = site.Network with { Existing = "vpc-1", RouteTables = ["rtb-1"], SecurityGroups = ["sg-1"] },
            })
            .WithAzure(site => site with
            {
                Gateway = new AzureGateway { Existing = "/gateway" },
                Network = site.Network with { Existing = "/vnet" },
                ResourceGroup = new ResourceGroup { Name = "rg-net", Existing = true },
            }));
        var aws = plan.AwsSites[0];
        Assert.True(aws.Gateway is { Existing: "vgw-1", Attach: false, Propagate: true });
        Assert.True(aws.Network is { Existing: "vpc-1", RouteTable: null, InternetGateway: null, Subnets.Count: 0 });
        Assert.Equal(["rtb-1"], aws.Network.ExistingRouteTables);
        Assert.Equal([null], aws.SecurityGroups.Select(group => group.Name));

        var azure = plan.AzureSites[0];
        Assert.Equal(new ResourceGroupPlan("rg-net", true), azure.ResourceGroup);
        Assert.True(azure.Network is { GatewaySubnet: null, Subnets.Count: 0 });
        Assert.All(azure.Gateway.Instances, instance => Assert.Null(instance.PublicIp));
    }

    [Fact]
    public void From_InsideByHand_TakesItInTheOrderOfTheTunnels()
    {
        var plan = ConnectivityPlan.CreateUnchecked(Requests.Starter.WithLink(link => link with
        {
            Inside = Requests.Cidrs("169.254.22.100/30", "169.254.22.104/30", "169.254.22.108/30", "169.254.22.112/30"),
        }));
        Assert.Equal(
            [("1.1", "169.254.22.100/30"), ("1.2", "169.254.22.104/30"), ("2.1", "169.254.22.108/30"), ("2.2", "169.254.22.112/30")],
            plan.Tunnels.Select(tunnel => (tunnel.Id, tunnel.Inside.ToString())));
        Assert.Null(plan.Links[0].Slot);
    }

    [Theory]
    [InlineData(Startup.Start, ConnectionMode.Default, Initiator.Both)]
    [InlineData(Startup.Start, ConnectionMode.InitiatorOnly, Initiator.Both)]
    [InlineData(Startup.Start, ConnectionMode.ResponderOnly, Initiator.Aws)]
    [InlineData(Startup.Add, ConnectionMode.Default, Initiator.Azure)]
    [InlineData(Startup.Add, ConnectionMode.InitiatorOnly, Initiator.Azure)]
    public void From_WhoStarts_FollowsFromBothEnds(Startup aws, ConnectionMode azure, Initiator initiator)
    {
        var plan = ConnectivityPlan.CreateUnchecked(Requests.Starter.WithLink(link => link with
        {
            Tunnels = new TunnelOptions { Startup = aws, AzureMode = azure },
        }));
        Assert.All(plan.Tunnels, tunnel => Assert.Equal(initiator, tunnel.Initiator));
    }

    [Fact]
    public void From_ThousandLinksBetweenFourHundredSites_PlansEveryTunnel()
    {
        const int sites = 200;
        var plan = ConnectivityPlan.CreateUnchecked(new VpnRequest
        {
            Name = "large",
            Aws = Enumerable.Range(0, sites).Select(site => KeyValuePair.Create($"a{site}", Requests.Aws($"10.{site}.0.0/16"))).ToValueMap(),
            Azure = Enumerable.Range(0, sites)
                .Select(site => KeyValuePair.Create($"z{site}", Requests.Azure($"172.{16 + (site / 16)}.{16 * (site % 16)}.0/20"))).ToValueMap(),
            Links = Enumerable.Range(0, 5 * sites)
                .Select(link => new Link { Between = [$"a{link % sites}", $"z{(link + (link / sites)) % sites}"], Slot = link / sites }).ToValueList(),
        });
        Assert.Equal(4000, plan.Tunnels.Count());
        Assert.Equal(4000, plan.Links.SelectMany(link => link.Keys).Select(key => key.Name).Distinct().Count());
        Assert.All(plan.AzureSites, site => Assert.Equal(10, site.Gateway.Instances[0].BgpAddresses.Count));
        Assert.Equal(4000, plan.AzureSites.SelectMany(site => site.Links).Sum(link => link.Connections.Count));
    }

    [Fact]
    public void From_RequestThatRulesRefuse_Throws()
    {
        Assert.Throws<ArgumentException>(() => ConnectivityPlan.CreateUnchecked(Requests.TwoRegions with { Links = [new Link()] }));
        Assert.Throws<ArgumentException>(() => ConnectivityPlan.CreateUnchecked(Requests.TwoRegions with
        {
            Links = [.. Requests.TwoRegions.Links.Select(link => link with { Slot = null })],
        }));
        Assert.Throws<ArgumentException>(() => ConnectivityPlan.CreateUnchecked(Requests.Starter.WithAws(_ => Requests.Aws("10.2.0.0/30"))));
        Assert.Throws<ArgumentException>(() => ConnectivityPlan.CreateUnchecked(Requests.Starter.WithAws(site =>
            site with { Gateway = new AwsGateway { Kind = AwsGatewayKind.CloudWan } })));
        Assert.Throws<ArgumentException>(() => ConnectivityPlan.CreateUnchecked(Requests.Starter.WithLink(link => link with
        {
            Tunnels = new TunnelOptions { Startup = Startup.Add, AzureMode = ConnectionMode.ResponderOnly },
        })));
    }
}
