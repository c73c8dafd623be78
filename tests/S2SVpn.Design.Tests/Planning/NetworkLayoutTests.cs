using S2SVpn.Design.Layout;
using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Tests.Planning;

public sealed class NetworkLayoutTests
{
    [Fact]
    public void Of_NothingSaid_CarvesAppAtTheStartAndTheGatewayAtTheEnd()
    {
        var aws = NetworkLayout.Of(Aws("10.2.0.0/16"));
        Assert.Equal(
            [new SubnetLayout { Name = "app", Cidr = Cidr.Parse("10.2.0.0/24"), Origin = CidrOrigin.Carved }],
            aws.Subnets);

        var azure = NetworkLayout.Of(Azure("10.1.0.0/16"));
        Assert.Equal(
            [new SubnetLayout { Name = "app", Cidr = Cidr.Parse("10.1.0.0/24"), Origin = CidrOrigin.Carved }], azure.Subnets);
        Assert.Equal(
            new SubnetLayout { Name = "GatewaySubnet", Cidr = Cidr.Parse("10.1.255.224/27"), Origin = CidrOrigin.Carved },
            azure.GatewaySubnet);
        Assert.Equal([1, 2, 3], azure.GatewayZones);
    }

    [Theory]
    [InlineData("10.2.0.0/25", "10.2.0.0/25")]
    [InlineData("10.2.0.0/28", "10.2.0.0/28")]
    [InlineData("10.2.0.0/29", null)]
    public void Of_SmallVpc_TakesWhatFits(string network, string? subnet)
    {
        var app = NetworkLayout.Of(Aws(network)).Subnets[0];
        Assert.Equal(subnet, app.Cidr?.ToString());
        Assert.Equal(subnet is null ? CidrOrigin.NoRoom : CidrOrigin.Carved, app.Origin);
    }

    [Theory]
    [InlineData("10.1.0.0/24", "10.1.0.0/25", "10.1.0.224/27")]
    [InlineData("10.1.0.0/26", "10.1.0.0/27", "10.1.0.32/27")]
    [InlineData("10.1.0.0/27", null, "10.1.0.0/27")]
    [InlineData("10.1.0.0/28", "10.1.0.0/28", null)]
    public void Of_SmallVnet_ServesTheGatewayFirst(string network, string? subnet, string? gateway)
    {
        var layout = NetworkLayout.Of(Azure(network));
        Assert.Equal(subnet, layout.Subnets[0].Cidr?.ToString());
        Assert.Equal(gateway, layout.GatewaySubnet!.Cidr?.ToString());
        Assert.Equal(gateway is null ? CidrOrigin.NoRoom : CidrOrigin.Carved, layout.GatewaySubnet.Origin);
    }

    [Fact]
    public void Of_SubnetsOrNetworksAdded_LeavesTheGatewayWhereItIs()
    {
        var before = NetworkLayout.Of(Azure("10.1.0.0/16"));
        var site = Azure("10.1.0.0/16", "10.9.0.0/16");
        var after = NetworkLayout.Of(site with
        {
            Network = site.Network with
            {
                Subnets = [new("app", new AzureSubnet()), new("db", new AzureSubnet()), new("x", Given("10.1.200.0/24"))],
            },
        });
        Assert.Equal(before.GatewaySubnet, after.GatewaySubnet);
        Assert.Equal(before.Subnets[0], after.Subnets[0]);
        Assert.Equal(["10.1.0.0/24", "10.1.1.0/24", "10.1.200.0/24"], after.Subnets.Select(subnet => subnet.Cidr!.ToString()));
    }

    [Fact]
    public void Of_GatewaySubnetsPlaceTaken_GoesBelowIt()
    {
        var site = Azure("10.1.0.0/16");
        var layout = NetworkLayout.Of(site with
        {
            Network = site.Network with { Subnets = [new("app", Given("10.1.255.0/24"))] },
        });
        Assert.Equal("10.1.254.224/27", layout.GatewaySubnet!.Cidr!.ToString());
    }

    [Fact]
    public void Of_SeveralOpenInASmallNetwork_SharesItEvenly()
    {
        var site = Aws("10.2.0.0/24");
        var layout = NetworkLayout.Of(site with
        {
            Network = site.Network with
            {
                Subnets = [new("app", new AwsSubnet()), new("db", new AwsSubnet { Zone = "eu-central-1c" }), new("web", new AwsSubnet())],
            },
        });
        Assert.Equal(["10.2.0.0/26", "10.2.0.64/26", "10.2.0.128/26"], layout.Subnets.Select(subnet => subnet.Cidr!.ToString()));
        Assert.Equal([null, "eu-central-1c", "eu-central-1c"], layout.Subnets.Select(subnet => subnet.Zone));
    }

    [Fact]
    public void Of_MoreOpenThanFit_LeavesTheLastWithout()
    {
        var site = Aws("10.2.0.0/27");
        var layout = NetworkLayout.Of(site with
        {
            Network = site.Network with { Subnets = [new("a", new()), new("b", new()), new("c", new())] },
        });
        Assert.Equal(["10.2.0.0/28", "10.2.0.16/28", null], layout.Subnets.Select(subnet => subnet.Cidr?.ToString()));
        Assert.Equal(CidrOrigin.NoRoom, layout.Subnet("c")!.Origin);
        Assert.Null(layout.Subnet("d"));
    }

    [Fact]
    public void Of_ThousandsOpen_TakesEveryPlaceOnceBesideThoseGiven()
    {
        var site = Aws("10.0.0.0/8");
        var given = Enumerable.Range(0, 5000).Select(index => KeyValuePair.Create($"g{index}", new AwsSubnet { Cidr = Cidr.Parse($"10.{index / 100}.{2 * (index % 100)}.0/24") }));
        var open = Enumerable.Range(0, 5000).Select(index => KeyValuePair.Create($"o{index}", new AwsSubnet()));
        var layout = NetworkLayout.Of(site with { Network = site.Network with { Subnets = given.Concat(open).ToValueMap() } });
        Assert.Equal(10000, layout.Subnets.Select(subnet => subnet.Cidr).Distinct().Count());
        Assert.All(layout.Subnets, subnet => Assert.Equal(24, subnet.Cidr!.PrefixLength));
        Assert.Equal("10.0.1.0/24", layout.Subnets[5000].Cidr!.ToString());
    }

    [Fact]
    public void Of_ExistingNetwork_CarvesNothing()
    {
        var aws = Aws("10.2.0.0/16");
        Assert.Empty(NetworkLayout.Of(aws with { Network = aws.Network with { Existing = "vpc-1" } }).Subnets);

        var azure = Azure("10.1.0.0/16");
        var layout = NetworkLayout.Of(azure with
        {
            Network = azure.Network with
            {
                Existing = "/vnet",
                Subnets = [new("old", new AzureSubnet { Existing = "/old" }), new("new", new AzureSubnet())],
            },
        });
        Assert.Equal([CidrOrigin.Unknown, CidrOrigin.NotNamed], layout.Subnets.Select(subnet => subnet.Origin));
        Assert.All(layout.Subnets, subnet => Assert.Null(subnet.Cidr));
        Assert.Equal(CidrOrigin.NotNamed, layout.GatewaySubnet!.Origin);
    }

    [Fact]
    public void Of_NoNewManagedGateway_NeedsNoGatewaySubnet()
    {
        var site = Azure("10.1.0.0/16");
        Assert.Null(NetworkLayout.Of(site with { Gateway = new AzureGateway { Existing = "/gateway" } }).GatewaySubnet);
        var appliance = site with { Gateway = new AzureGateway { Kind = AzureGatewayKind.Appliance } };
        Assert.Null(NetworkLayout.Of(appliance).GatewaySubnet);
        var written = appliance with
        {
            Network = site.Network with { GatewaySubnet = new GatewaySubnet { Cidr = Cidr.Parse("10.1.9.0/27") } },
        };
        Assert.Equal("10.1.9.0/27", NetworkLayout.Of(written).GatewaySubnet!.Cidr!.ToString());
    }

    [Fact]
    public void Of_Prefixes_AreEverythingReachedThroughTheSite()
    {
        var aws = Aws("10.2.0.0/16") with { Behind = [Cidr.Parse("10.3.0.0/16")] };
        Assert.Equal([Cidr.Parse("10.2.0.0/16"), Cidr.Parse("10.3.0.0/16")], NetworkLayout.Of(aws).Prefixes);

        var azure = Azure("10.1.0.0/16");
        azure = azure with
        {
            Behind = [Cidr.Parse("10.5.0.0/16")],
            Network = azure.Network with { Spokes = [new Spoke { Name = "s", Cidrs = [Cidr.Parse("10.4.0.0/16")] }] },
        };
        Assert.Equal(["10.1.0.0/16", "10.4.0.0/16", "10.5.0.0/16"], NetworkLayout.Of(azure).Prefixes.Select(p => p.ToString()));
    }

    private static AwsSite Aws(params string[] cidrs) =>
        new() { Region = "eu-central-1", Network = new AwsNetwork { Cidrs = cidrs.Select(Cidr.Parse).ToValueList() } };

    private static AzureSite Azure(params string[] cidrs) =>
        new() { Location = "westeurope", Network = new AzureNetwork { Cidrs = cidrs.Select(Cidr.Parse).ToValueList() } };

    private static AzureSubnet Given(string cidr) => new() { Cidr = Cidr.Parse(cidr) };
}
