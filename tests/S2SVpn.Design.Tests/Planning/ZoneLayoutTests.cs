using S2SVpn.Design.Layout;
using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Tests.Planning;

/// <summary>The zones of subnets and gateways.</summary>
public sealed class ZoneLayoutTests
{
    [Theory]
    [InlineData("eu-central-1", "b", "c", "a")]
    [InlineData("ap-northeast-1", "c", "d", "a")]
    [InlineData("us-west-1", "c", "a", "c")]
    public void Of_ZonesLeftOpen_LeavesTheFirstToAwsAndTakesTheOthersInTurn(string region, params string[] zones)
    {
        var site = Aws("10.2.0.0/16");
        var layout = NetworkLayout.Of(site with
        {
            Region = region,
            Network = site.Network with { Subnets = [new("1", new()), new("2", new()), new("3", new()), new("4", new())] },
        });
        Assert.Equal([null, .. zones.Select(zone => region + zone)], layout.Subnets.Select(subnet => subnet.Zone));
    }

    [Theory]
    [InlineData("westeurope", 3)]
    [InlineData("ukwest", 0)]
    [InlineData("westus", 0)]
    [InlineData("notyetknown", 3)]
    public void Of_GatewayWithoutZonesGiven_HasThoseOfItsLocation(string location, int zones)
    {
        var site = Azure("10.1.0.0/16") with { Location = location };
        Assert.Equal(zones, NetworkLayout.Of(site).GatewayZones.Count);
        Assert.Equal([2], NetworkLayout.Of(site with { Gateway = new AzureGateway { Zones = [2] } }).GatewayZones);
    }

    [Fact]
    public void Of_ExistingSubnet_HasNoZoneButTheOneGiven()
    {
        var site = Aws("10.2.0.0/16");
        var layout = NetworkLayout.Of(site with
        {
            Network = site.Network with
            {
                Existing = "vpc-1",
                Subnets = [new("a", new() { Existing = "subnet-1" }), new("b", new() { Existing = "subnet-2", Zone = "b" })],
            },
        });
        Assert.Equal([null, "eu-central-1b"], layout.Subnets.Select(subnet => subnet.Zone));
    }

    [Fact]
    public void Of_GatewayZones_AreThoseGivenOrThoseOfTheSku()
    {
        var site = Azure("10.1.0.0/16");
        Assert.Empty(NetworkLayout.Of(site with { Gateway = new AzureGateway { Zones = [] } }).GatewayZones);
        Assert.Equal([2], NetworkLayout.Of(site with { Gateway = new AzureGateway { Zones = [2] } }).GatewayZones);
        Assert.Empty(NetworkLayout.Of(site with { Gateway = new AzureGateway { Sku = GatewaySku.Basic } }).GatewayZones);
    }

    private static AwsSite Aws(params string[] cidrs) =>
        new() { Region = "eu-central-1", Network = new AwsNetwork { Cidrs = cidrs.Select(Cidr.Parse).ToValueList() } };

    private static AzureSite Azure(params string[] cidrs) =>
        new() { Location = "westeurope", Network = new AzureNetwork { Cidrs = cidrs.Select(Cidr.Parse).ToValueList() } };
}
