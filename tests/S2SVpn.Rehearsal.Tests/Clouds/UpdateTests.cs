using S2SVpn.Rehearsal.Clouds.Model;

namespace S2SVpn.Rehearsal.Tests.Clouds;

/// <summary>What a change leaves as it was, and what it does not.</summary>
public sealed class UpdateTests : IDisposable
{
    private const string Connection = "aws_vpn_connection";

    private readonly EngineBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void VpnConnection_ThatMovesToATransitGateway_IsPlannedAsItWasAndAttachedAfterIt()
    {
        var own = _bench.Create("aws_vpn_gateway", """{"amazon_side_asn":"64512"}""").Text("id");
        var transit = _bench.Create("aws_ec2_transit_gateway", """{"amazon_side_asn":64700}""").Text("id");
        var made = _bench.Create(Connection, $$"""{"type":"ipsec.1","customer_gateway_id":"cgw-1","vpn_gateway_id":"{{own}}"}""");
        var json = $$"""{"type":"ipsec.1","customer_gateway_id":"cgw-1","transit_gateway_id":"{{transit}}"}""";

        var planned = _bench.Planned(Connection, made, json);
        var moved = _bench.Update(Connection, made, json);

        Assert.Empty(_bench.Replaces(Connection, made, json));
        Assert.True(planned["transit_gateway_attachment_id"].IsNull);
        Assert.Equal("64512", planned.Text("tunnel1_bgp_asn"));
        Assert.StartsWith("tgw-attach-0", moved.Text("transit_gateway_attachment_id"));
        Assert.Equal("64700", moved.Text("tunnel1_bgp_asn"));
        Assert.Equal(made["tunnel1_address"], moved["tunnel1_address"]);
        Assert.Contains(">64700<", moved.Text("customer_gateway_configuration"));
    }

    [Fact]
    public void VpnConnection_WithAnotherOption_KeepsItsAttachment()
    {
        var made = _bench.Create(Connection, """{"type":"ipsec.1","customer_gateway_id":"cgw-1","transit_gateway_id":"tgw-1"}""");
        var changed = _bench.Update(Connection, made, """{"type":"ipsec.1","customer_gateway_id":"cgw-1","transit_gateway_id":"tgw-1","tunnel1_startup_action":"start"}""");

        Assert.Equal(made["transit_gateway_attachment_id"], changed["transit_gateway_attachment_id"]);
    }

    [Fact]
    public void VpnConnection_WhoseLogsAreTakenOut_KeepsThem()
    {
        var made = _bench.Create(Connection, """{"type":"ipsec.1","customer_gateway_id":"cgw-1","tunnel1_log_options":[{"cloudwatch_log_options":[{"log_enabled":true}]}]}""");

        Assert.Equal(made["tunnel1_log_options"], _bench.Planned(Connection, made, """{"type":"ipsec.1","customer_gateway_id":"cgw-1"}""")["tunnel1_log_options"]);
    }

    [Theory]
    [InlineData("aws_vpc", """{"cidr_block":"10.2.0.0/16"}""", "instance_tenancy", "default")]
    [InlineData("aws_ec2_transit_gateway", "{}", "amazon_side_asn", "64512")]
    [InlineData("aws_security_group", """{"vpc_id":"vpc-1"}""", "description", "Managed by Terraform")]
    [InlineData("azurerm_public_ip", """{"name":"ip","resource_group_name":"rg","location":"westeurope","allocation_method":"Static"}""", "sku_tier", "Regional")]
    [InlineData("azurerm_public_ip", """{"name":"ip","resource_group_name":"rg","location":"westeurope","allocation_method":"Static"}""", "idle_timeout_in_minutes", "4")]
    [InlineData("aws_key_pair", """{"key_name":"mine","public_key":"ssh-rsa AAAA mine\n"}""", "public_key", "ssh-rsa AAAA mine")]
    public void Create_OfWhatNamesNothing_WritesTheProvidersDefault(string type, string json, string attribute, string value) =>
        Assert.Equal(value, _bench.Create(type, json)[attribute].ToString());

    [Fact]
    public void Create_OfABlockThatNamesNothing_WritesTheProvidersDefault()
    {
        var rule = _bench.Create("azurerm_network_interface", """{"name":"card","resource_group_name":"rg","location":"westeurope","ip_configuration":[{"name":"ip","subnet_id":"/subnets/app","private_ip_address_allocation":"Dynamic"}]}""");

        Assert.Equal("IPv4", rule.Block("ip_configuration")!.Text("private_ip_address_version"));
    }

    [Fact]
    public void Plan_OfADefaultWrittenOut_IsNoChange()
    {
        var made = _bench.Create("aws_ec2_transit_gateway", "{}");

        Assert.Equal(made, _bench.Planned("aws_ec2_transit_gateway", made, """{"amazon_side_asn":64512,"dns_support":"enable"}"""));
    }

    [Fact]
    public void VpnGateway_ThatIsInUse_IsDetachedBeforeItsDeletionIsRefused()
    {
        var gateway = _bench.Create("aws_vpn_gateway", """{"vpc_id":"vpc-1"}""");
        _bench.Create(Connection, $$"""{"type":"ipsec.1","customer_gateway_id":"cgw-1","vpn_gateway_id":"{{gateway.Text("id")}}"}""");

        Assert.Throws<CloudRefusedException>(() => _bench.Delete("aws_vpn_gateway", gateway));

        Assert.Equal("", Assert.Single(_bench.Store.OfType("aws_vpn_gateway")).Values.Text("vpc_id"));
    }

    [Fact]
    public void Reference_ToWhatWasDeleted_IsNotFound()
    {
        var network = _bench.Create("aws_vpc", """{"cidr_block":"10.2.0.0/16"}""");
        _bench.Delete("aws_vpc", network);

        var refused = Assert.Throws<CloudRefusedException>(() => _bench.Create("aws_route_table", $$"""{"vpc_id":"{{network.Text("id")}}"}"""));

        Assert.Equal("InvalidVpcID.NotFound", refused.Code);
    }

    [Theory]
    [InlineData("azurerm_virtual_network_peering", """{"name":"p","resource_group_name":"rg","virtual_network_name":"a","remote_virtual_network_id":"ID"}""", "remote_virtual_network_id")]
    [InlineData("azurerm_key_vault_secret", """{"name":"s","key_vault_id":"ID","value":"x"}""", "key_vault_id")]
    [InlineData("aws_secretsmanager_secret_version", """{"secret_id":"arn","secret_string":"ID"}""", "secret_string")]
    public void Plan_OfAnother_Replaces(string type, string json, string attribute)
    {
        var made = _bench.Create(type, json.Replace("ID", "/subscriptions/0/one", StringComparison.Ordinal));

        Assert.Equal([attribute], _bench.Replaces(type, made, json.Replace("ID", "/subscriptions/0/two", StringComparison.Ordinal)));
    }
}
