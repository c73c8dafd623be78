using S2SVpn.Design.Network;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Tests.Planning;

/// <summary>Which networks get a filter, and what each of them denies.</summary>
public sealed class FilterPlaceTests
{
    [Fact]
    public void From_FlowToASpoke_IsAdmittedInAws()
    {
        var plan = ConnectivityPlan.CreateUnchecked(Requests.Starter.WithAzure(site => site with
        {
            Network = site.Network with { Spokes = [new Spoke { Name = "data", Cidrs = Requests.Cidrs("10.8.0.0/16") }] },
        }) with
        {
            Access = [new AccessFlow { From = [Requests.End("aws.app")], To = [Requests.End("azure.data")], Tcp = [new(1, 2)] }],
        });
        Assert.Equal("10.8.0.0/16", Assert.Single(plan.AwsSites[0].SecurityGroups[0].Rules).Remote.ToString());
        var spoke = Assert.Single(plan.AzureSites[0].Network.Spokes);
        Assert.Equal(
            ("shop-prod-data-spoke", "shop-prod-to-data", "data-to-shop-prod"), (spoke.Name, spoke.PeeringFromHub, spoke.PeeringToHub));
        Assert.Equal("[10.1.0.0/16, 10.8.0.0/16]", plan.AwsSites[0].Links[0].RemoteNetworks.ToString());
    }

    [Fact]
    public void From_Spokes_GetAGroupOfTheirFlowsWhereTheyAreNew()
    {
        var plan = ConnectivityPlan.CreateUnchecked(Requests.Starter.WithAzure(site => site with
        {
            Network = site.Network with
            {
                Spokes =
                [
                    new Spoke { Name = "web", Cidrs = Requests.Cidrs("10.8.0.0/16", "10.18.0.0/16") },
                    new Spoke { Name = "data", Id = "/vnet", Cidrs = Requests.Cidrs("10.9.0.0/16") },
                ],
            },
        }) with
        {
            Access =
            [
                new AccessFlow { From = [Requests.End("aws")], To = [Requests.End("azure.web")], Tcp = [new(443, 443)] },
                new AccessFlow { From = [Requests.End("azure.data")], To = [Requests.End("aws")], Icmp = true },
                new AccessFlow { From = [Requests.End("azure")], To = [Requests.End("aws")], Tcp = [new(22, 22)] },
            ],
        });

        Assert.Equal(["shop-prod-web-spoke-nsg", null], plan.AzureSites[0].Network.Spokes.Select(spoke => spoke.SecurityGroup));
        var group = Assert.Single(plan.AzureSites[0].SecurityGroups, group => group.Kind == NetworkSecurityGroupKind.Spoke);
        Assert.Equal(("shop-prod-web-spoke-nsg", "web"), (group.Name, group.Place));
        Assert.Equal(
            ["access-1-tcp-in", "access-3-tcp-out", "within-the-site-in", "within-the-site-out", "health-probes-in", "nothing-else-in", "nothing-else-out"],
            group.Rules.Select(rule => rule.Name));
        Assert.All(group.Rules.Take(2), rule => Assert.Equal("[10.8.0.0/16, 10.18.0.0/16]", rule.Local.ToString()));
        Assert.Equal("[10.1.0.0/16, 10.8.0.0/16, 10.18.0.0/16, 10.9.0.0/16]", group.Rules[2].Remote.ToString());
    }

    [Fact]
    public void From_NothingElse_IsWhateverComesInButWhereAPartnerMayBeOut()
    {
        var plan = ConnectivityPlan.CreateUnchecked(Requests.Starter.WithAws(site => site with { Behind = Requests.Cidrs("198.51.100.0/24", "10.77.0.0/16") }));
        var rules = plan.AzureSites[0].SecurityGroups[0].Rules.ToDictionary(rule => rule.Name);

        // What AWS announces may be more than the request has.
        Assert.Empty(rules["nothing-else-in"].Remote);
        // Ways to the internet, to peered VNets and to private endpoints stay.
        Assert.Equal("[10.2.0.0/16, 10.77.0.0/16, 198.51.100.0/24]", rules["nothing-else-out"].Remote.ToString());
    }

    [Theory]
    [InlineData(65515, Routing.Bgp, "[10.2.0.0/16]")]
    [InlineData(65010, Routing.Bgp, "[10.2.0.0/16, 10.4.0.0/16]")]
    [InlineData(65010, Routing.Static, "[10.2.0.0/16]")]
    public void From_NothingElseOut_HasWhatTheGatewayOfThePartnerAnnouncesOn(uint asn, Routing routing, string denied)
    {
        var request = Requests.Starter with
        {
            Azure = [.. Requests.Starter.Azure, new("north", Requests.Azure("10.4.0.0/16") with { Gateway = new() { Asn = new(asn) } })],
        };
        var first = new Link { Between = ["aws", "azure"], Slot = 0, Routing = routing };
        var plan = ConnectivityPlan.CreateUnchecked(request with { Links = [first, first with { Between = ["aws", "north"], Slot = 1 }] });

        Assert.Equal(denied, plan.AzureSites[0].SecurityGroups[0].Rules.Single(rule => rule.Name == "nothing-else-out").Remote.ToString());
    }

    [Fact]
    public void From_ExistingNetworks_GetRulesOnTheirGroupsAndOnProbes()
    {
        var plan = ConnectivityPlan.CreateUnchecked(Requests.Starter
            .WithAws(site => site with
            {
                Network = site.Network with
                {
                    Existing = "vpc-1",
                    SecurityGroups = ["sg-1"],
                    Subnets = [new("old", new AwsSubnet { Existing = "subnet-1" })],
                },
            })
            .WithAzure(site => site with
            {
                Network = site.Network with
                {
                    Existing = "/vnet",
                    GatewaySubnet = new GatewaySubnet { Existing = "/gw" },
                    Subnets = [new("old", new AzureSubnet { Existing = "/old", Cidr = Cidr.Parse("10.1.3.0/24") })],
                },
            }) with
        {
            Probes = new Probes { Aws = [new Probe { Name = "a" }], Azure = [new Probe { Name = "b" }] },
            Access = [new AccessFlow { From = [Requests.End("aws")], To = [Requests.End("azure.old")], Icmp = true }],
        });
        Assert.Equal(
            ["shop-prod-old-sg", null, "shop-prod-probe-sg"], plan.AwsSites[0].SecurityGroups.Select(group => group.Name));
        Assert.All(plan.AwsSites[0].SecurityGroups.Take(2), group => Assert.Equal("out-icmp-10-1-3-0-24", Assert.Single(group.Rules).Key));
        Assert.Null(plan.AwsSites[0].Probes[0].Address);
        var azure = Assert.Single(plan.AzureSites[0].SecurityGroups);
        Assert.Equal(("shop-prod-old-nsg", NetworkSecurityGroupKind.Probes, 6), (azure.Name, azure.Kind, azure.Rules.Count));
        Assert.Null(plan.AzureSites[0].Network.Subnets[0].RouteTable);
    }
}
