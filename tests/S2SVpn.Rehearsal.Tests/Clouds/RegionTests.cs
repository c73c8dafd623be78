using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Tests.Clouds;

/// <summary>Since version 6 of the AWS provider each resource has a region, and is made anew in another.</summary>
public sealed class RegionTests : IDisposable
{
    private const string Network = """{"cidr_block":"10.2.0.0/16"}""";

    private readonly EngineBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("aws_vpc", Network)]
    [InlineData("aws_internet_gateway", "{}")]
    [InlineData("aws_vpn_gateway", "{}")]
    [InlineData("aws_customer_gateway", """{"type":"ipsec.1","bgp_asn":"65515","ip_address":"198.18.1.1"}""")]
    [InlineData("aws_sns_topic", """{"name":"alarms"}""")]
    [InlineData("aws_vpc_security_group_egress_rule", """{"security_group_id":"sg-1","ip_protocol":"-1"}""")]
    public void Plan_OfAnotherRegion_ReplacesAnyType(string type, string json)
    {
        var made = _bench.Create(type, json);
        var moved = EngineBench.Values(json).With("region", "eu-west-1");

        Assert.Equal("eu-central-1", made.Text("region"));
        Assert.Equal(["region"], _bench.Replaces(type, made, ValueJson.Write(moved)!.ToJsonString()));
    }

    [Fact]
    public void Plan_WhereTheProviderIsOfAnotherRegion_ReplacesWhatNamesNone()
    {
        var made = _bench.Create("aws_vpc", Network);
        _bench.Session("aws_vpc").Settings = EngineBench.Values("""{"region":"eu-west-1"}""");

        Assert.Equal(["region"], _bench.Replaces("aws_vpc", made, Network));
    }

    [Fact]
    public void Plan_OfTheRegionThatIsThere_ReplacesNothing()
    {
        var made = _bench.Create("aws_vpc", Network);

        Assert.Empty(_bench.Replaces("aws_vpc", made, Network));
        Assert.Empty(_bench.Replaces("aws_vpc", made, """{"cidr_block":"10.2.0.0/16","region":"eu-central-1"}"""));
    }
}
