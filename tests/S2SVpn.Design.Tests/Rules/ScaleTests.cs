using S2SVpn.Design.Findings;
using S2SVpn.Design.Network;
using S2SVpn.Design.Request;
using S2SVpn.Design.Request.Reading;
using S2SVpn.Design.Rules;

namespace S2SVpn.Design.Tests.Rules;

/// <summary>Large requests: that all of them is looked at, and that nothing in them is found twice.</summary>
public sealed class ScaleTests
{
    [Fact]
    public void Check_200SitesEachWith1000Links_FindsOnlyItsSize() =>
        Assert.All(Check(Large(Routing.Bgp)), finding => Assert.Contains(finding.Code, new[] { "AWS029", "AWS116" }));

    [Theory]
    [InlineData(Routing.Bgp)]
    [InlineData(Routing.Static)]
    public void Check_OneNetworkTwiceAmong400Sites_IsFoundOnce(Routing routing)
    {
        var request = Large(routing);
        var twice = request with
        {
            Azure = request.Azure.Select(site => site.Key == "z0"
                ? KeyValuePair.Create(site.Key, site.Value with { Behind = [Cidr.Parse("10.0.1.0/24")] })
                : site).ToValueMap(),
        };
        Assert.Equal(
            "networks overlap: azure.z0.behind[0] 10.0.1.0/24 lies inside aws.a0.network.cidrs[0] 10.0.0.0/23",
            Assert.Single(Check(twice), finding => finding.Code == "X001").Message);
    }

    [Theory]
    [InlineData(AwsGatewayKind.VirtualPrivate, 100, 0)]
    [InlineData(AwsGatewayKind.VirtualPrivate, 101, 1)]
    [InlineData(AwsGatewayKind.Transit, 1000, 0)]
    [InlineData(AwsGatewayKind.Transit, 1001, 1)]
    public void Check_AnnouncedToAws_CountsThem(AwsGatewayKind kind, int networks, int expected) =>
        Assert.Equal(expected, Count(kind, aws: 1, azure: networks));

    [Theory]
    [InlineData(4000, 0)]
    [InlineData(4001, 1)]
    public void Check_AnnouncedToAzure_CountsThem(int networks, int expected) =>
        Assert.Equal(expected, Count(AwsGatewayKind.Transit, aws: networks, azure: 1));

    private static int Count(AwsGatewayKind kind, int aws, int azure) => Check(new VpnRequest
    {
        Name = "shop",
        Aws = [new("aws", new AwsSite
        {
            Region = "eu-central-1",
            Network = new AwsNetwork { Cidrs = [Cidr.Parse("10.0.0.0/24")] },
            Behind = Slices(new Ipv4(0x0A010000), aws - 1),
            Gateway = new AwsGateway { Kind = kind },
        })],
        Azure = [new("azure", new AzureSite
        {
            Location = "westeurope",
            Network = new AzureNetwork { Cidrs = [Cidr.Parse("172.16.0.0/24")] },
            Behind = Slices(new Ipv4(0xAC110000), azure - 1),
        })],
    }).Count(finding => finding.Code == "X026");

    private static ValueList<Cidr> Slices(Ipv4 from, int count) =>
        Enumerable.Range(0, count).Select(index => new Cidr(from.Plus(16 * index), 28)).ToValueList();

    // Each AWS site meets five Azure sites, each in a slot that is free on both gateways.
    private static VpnRequest Large(Routing routing) => new()
    {
        Name = "shop",
        Aws = Enumerable.Range(0, 200).Select(index => KeyValuePair.Create($"a{index}", new AwsSite
        {
            Region = "eu-central-1",
            Network = new AwsNetwork { Cidrs = [new Cidr(new Ipv4(0x0A000000).Plus(512 * index), 23)] },
            Gateway = new AwsGateway { Kind = AwsGatewayKind.Transit },
        })).ToValueMap(),
        Azure = Enumerable.Range(0, 200).Select(index => KeyValuePair.Create($"z{index}", new AzureSite
        {
            Location = "westeurope",
            Network = new AzureNetwork { Cidrs = [new Cidr(new Ipv4(0xAC100000).Plus(512 * index), 23)] },
        })).ToValueMap(),
        Links = Enumerable.Range(0, 1000).Select(index => new Link
        {
            Between = [$"a{index % 200}", $"z{(index + (index / 200)) % 200}"],
            Slot = index / 200,
            Routing = routing,
        }).ToValueList(),
    };

    private static ValueList<Finding> Check(VpnRequest request) => RuleBook.Check(new RequestDocument(
        request, new SourceMap.Builder(new SourceSpan("s2svpn.yaml", 1, 1, 0)).Build()));
}
