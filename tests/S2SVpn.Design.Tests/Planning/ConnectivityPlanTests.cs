using S2SVpn.Design.Network;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Tests.Planning;

public sealed class ConnectivityPlanTests
{
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
