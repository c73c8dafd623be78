using S2SVpn.Rehearsal.Clouds.Model;

namespace S2SVpn.Rehearsal.Tests.Clouds;

/// <summary>Further cases of refusals that are about more than one thing.</summary>
public sealed class ValueRefusalTests : IDisposable
{
    private const string Rule = "aws_vpc_security_group_ingress_rule";

    private readonly EngineBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("tunnel1_phase1_lifetime_seconds", 899)]
    [InlineData("tunnel1_phase1_lifetime_seconds", 28801)]
    [InlineData("tunnel1_phase2_lifetime_seconds", 3601)]
    [InlineData("tunnel1_rekey_margin_time_seconds", 59)]
    [InlineData("tunnel2_rekey_fuzz_percentage", 101)]
    [InlineData("tunnel2_replay_window_size", 63)]
    [InlineData("tunnel2_replay_window_size", 2049)]
    public void Number_OutOfItsRange_IsRefused(string argument, int number) =>
        Assert.Contains($"got {number}", _bench.Validate("aws_vpn_connection", $$"""{"type":"ipsec.1","customer_gateway_id":"cgw-1","{{argument}}":{{number}}}"""));

    [Fact]
    public void Asn_Zero_IsRefused()
    {
        Assert.Contains("bgp_asn", _bench.Validate("aws_customer_gateway", """{"type":"ipsec.1","bgp_asn":"0","ip_address":"198.18.0.1"}"""));
        Assert.Contains("bgp_settings.asn", _bench.Validate("azurerm_local_network_gateway", """{"name":"a","gateway_address":"198.18.0.1","bgp_settings":[{"asn":0,"bgp_peering_address":"169.254.21.1"}]}"""));
    }

    [Theory]
    [InlineData(300, 900, false)]
    [InlineData(451, 900, true)]
    [InlineData(1800, 3600, false)]
    public void RekeyMargin_OfMoreThanHalfOfThePhase2Lifetime_IsRefused(int margin, int lifetime, bool refused)
    {
        var exception = Record.Exception(() => _bench.Create("aws_vpn_connection", $$"""{"type":"ipsec.1","customer_gateway_id":"cgw-1","tunnel1_phase2_lifetime_seconds":{{lifetime}},"tunnel1_rekey_margin_time_seconds":{{margin}}}"""));

        Assert.Equal(refused, exception is CloudRefusedException);
    }

    [Theory]
    [InlineData("icmp", -1, 0, true)]
    [InlineData("icmp", -1, -1, false)]
    [InlineData("icmp", 8, -1, false)]
    public void IcmpTypes_All_HaveAllCodes(string protocol, int from, int to, bool refused)
    {
        var exception = Record.Exception(() => _bench.Create(Rule, $$"""{"security_group_id":"sg-1","cidr_ipv4":"10.1.0.0/16","ip_protocol":"{{protocol}}","from_port":{{from}},"to_port":{{to}}}"""));

        Assert.Equal(refused, exception is CloudRefusedException);
    }

    [Fact]
    public void RuleWithoutSource_IsRefused() => Assert.Contains("Exactly one", _bench.Validate(Rule, """{"security_group_id":"sg-1","ip_protocol":"-1"}"""));

    [Fact]
    public void GatewaySubnet_WhoseTableTakesNoRoutesOfTheGateway_IsRefused()
    {
        AzureExamples.Networks(_bench);
        _bench.Create("azurerm_route_table", AzureValueRefusalCases.Table("own", "\"bgp_route_propagation_enabled\":false"));

        Assert.Contains("propagation must be enabled", Assert.Throws<CloudRefusedException>(() => _bench.Create("azurerm_subnet_route_table_association", AzureValueRefusalCases.Routed("own"))).Message);
    }

    [Fact]
    public void GatewaySubnet_WhoseTableGetsADefaultRouteLater_IsRefused()
    {
        AzureExamples.Networks(_bench);
        _bench.Create("azurerm_route_table", AzureValueRefusalCases.Table("own", "\"bgp_route_propagation_enabled\":true"));
        _bench.Create("azurerm_subnet_route_table_association", AzureValueRefusalCases.Routed("own"));

        Assert.Contains("0.0.0.0/0", Assert.Throws<CloudRefusedException>(() =>
            _bench.Create("azurerm_route", """{"name":"all","resource_group_name":"rg","route_table_name":"own","address_prefix":"0.0.0.0/0","next_hop_type":"Internet"}""")).Message);
    }
}
