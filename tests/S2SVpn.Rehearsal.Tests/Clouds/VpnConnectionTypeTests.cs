using S2SVpn.Rehearsal.Clouds.Storage;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Tests.Clouds;

/// <summary>What the simulated AWS makes of a VPN connection.</summary>
public sealed class VpnConnectionTypeTests : IDisposable
{
    private const string Connection = """{"type":"ipsec.1","customer_gateway_id":"cgw-1","vpn_gateway_id":"vgw-1"}""";

    private readonly EngineBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void VpnConnection_WithNothingGiven_GetsWhatAwsWouldMake()
    {
        _bench.Store.Put(new CloudObject("aws_vpn_gateway", "vgw-1", EngineBench.Values("""{"amazon_side_asn":"64900"}""")));
        var made = _bench.Create("aws_vpn_connection", Connection);
        var next = _bench.Create("aws_vpn_connection", Connection);

        Assert.Equal("64900", made.Text("tunnel1_bgp_asn"));
        Assert.Equal(30, made.Number("tunnel2_bgp_holdtime"));
        Assert.Matches(@"^169\.254\.\d+\.\d+/30$", made.Text("tunnel1_inside_cidr"));
        Assert.NotEqual(made["tunnel1_inside_cidr"], made["tunnel2_inside_cidr"]);
        Assert.Null(_bench.Validate("aws_vpn_connection", $$"""{"type":"ipsec.1","tunnel1_preshared_key":"{{made.Text("tunnel1_preshared_key")}}"}"""));
        Assert.NotEqual(made["tunnel1_preshared_key"], made["tunnel2_preshared_key"]);
        Assert.Empty(Inside(made).Intersect(Inside(next)));
        Assert.Contains(made.Text("tunnel2_address")!, made.Text("customer_gateway_configuration"));
        Assert.True(made.IsFullyKnown);
    }

    [Fact]
    public void VpnConnection_WithDifferentKeys_HasEachTunnelWhereItWasAskedFor()
    {
        // Whichever of the two addresses is the lower one: enough connections see both.
        for (var slot = 0; slot < 8; slot++)
        {
            var made = _bench.Create("aws_vpn_connection", Keyed(slot, "first.key", "second.key"));

            Assert.Equal($"169.254.21.{(8 * slot) + 1}", made.Text("tunnel1_vgw_inside_address"));
            Assert.Equal($"169.254.22.{(8 * slot) + 2}", made.Text("tunnel2_cgw_inside_address"));
        }
    }

    [Fact]
    public void VpnConnection_WithEqualKeys_CanHaveItsTunnelsSwapped()
    {
        var inside = Enumerable.Range(0, 8)
            .Select(slot => _bench.Create("aws_vpn_connection", Keyed(slot, "equal.key", "equal.key")).Text("tunnel1_vgw_inside_address")![..11])
            .Distinct();

        Assert.Equal(["169.254.21.", "169.254.22."], inside.Order());
    }

    [Fact]
    public void VpnConnection_WithANewKey_KeepsItsAddresses()
    {
        var made = _bench.Create("aws_vpn_connection", Keyed(0, "first.key", "second.key"));
        var changed = _bench.Update("aws_vpn_connection", made, Keyed(0, "third.key", "second.key"));

        Assert.Equal("third.key", changed.Text("tunnel1_preshared_key"));
        Assert.Equal(made["tunnel1_address"], changed["tunnel1_address"]);
        Assert.Equal(made["id"], changed["id"]);
    }

    [Theory]
    [InlineData("tunnel1_inside_cidr", "\"169.254.21.16/30\"", true)]
    [InlineData("static_routes_only", "true", true)]
    [InlineData("tunnel1_preshared_key", "\"third.key\"", false)]
    [InlineData("customer_gateway_id", "\"cgw-2\"", false)]
    [InlineData("tunnel1_startup_action", "\"start\"", false)]
    public void VpnConnection_WithAChange_IsReplacedOrNot(string attribute, string value, bool replaced)
    {
        var made = _bench.Create("aws_vpn_connection", Keyed(0, "first.key", "second.key"));
        var changed = EngineBench.Values(Keyed(0, "first.key", "second.key")).MergedWith(EngineBench.Values($$"""{"{{attribute}}":{{value}}}"""));

        Assert.Equal(replaced ? [attribute] : [], _bench.Replaces("aws_vpn_connection", made, ValueJson.Write(changed)!.ToJsonString()));
    }

    [Fact]
    public void TransitGateway_GivesItsTableAndItsAsnToConnections()
    {
        var gateway = _bench.Create("aws_ec2_transit_gateway", """{"amazon_side_asn":64700}""");
        var connection = _bench.Create("aws_vpn_connection", $$"""{"type":"ipsec.1","customer_gateway_id":"cgw-1","transit_gateway_id":"{{gateway.Text("id")}}"}""");

        Assert.StartsWith("tgw-rtb-0", gateway.Text("association_default_route_table_id"));
        Assert.Equal(gateway["association_default_route_table_id"], gateway["propagation_default_route_table_id"]);
        Assert.StartsWith("tgw-attach-0", connection.Text("transit_gateway_attachment_id"));
        Assert.Equal("64700", connection.Text("tunnel1_bgp_asn"));
    }

    [Fact]
    public void Ids_OfTheSameConfiguration_AreTheSameInEveryRun()
    {
        using var other = new EngineBench();

        Assert.Equal(
            _bench.Create("aws_vpn_connection", Keyed(0, "first.key", "second.key"))["tunnel1_address"],
            other.Create("aws_vpn_connection", Keyed(0, "another.key", "second.key"))["tunnel1_address"]);
    }

    private static string Keyed(int slot, string first, string second) => $$"""
        {
          "type":"ipsec.1","customer_gateway_id":"cgw-1","vpn_gateway_id":"vgw-1",
          "tunnel1_inside_cidr":"169.254.21.{{8 * slot}}/30","tunnel1_preshared_key":"{{first}}",
          "tunnel2_inside_cidr":"169.254.22.{{8 * slot}}/30","tunnel2_preshared_key":"{{second}}"
        }
        """;

    private static IEnumerable<string?> Inside(Attributes connection) => [connection.Text("tunnel1_inside_cidr"), connection.Text("tunnel2_inside_cidr")];
}
