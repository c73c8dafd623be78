using System.Text.Json.Nodes;
using S2SVpn.Tests.Support;

namespace S2SVpn.Constructs.Tests.Samples;

/// <summary>The C# samples: what each of them leaves to the library, and where its own parts come in.</summary>
public sealed class SampleTests(SampleTests.Samples samples) : IClassFixture<SampleTests.Samples>
{
    [Fact]
    public void OfficeFirewall_IsThisConfiguration() => ConfigurationSnapshot.Verify(samples.OfficeFirewall);

    [Fact]
    public void AnyPeer_IsThisConfiguration() => ConfigurationSnapshot.Verify(samples.AnyPeer);

    [Fact]
    public void OwnStack_IsThisConfiguration() => ConfigurationSnapshot.Verify(samples.OwnStack);

    [Fact]
    public void OfficeFirewall_DialsTheAddressThatWasGivenByHand()
    {
        var configuration = new Configuration(samples.OfficeFirewall);

        var vpn = Assert.Single(configuration.OfType("aws_vpn_connection"));
        var office = configuration.Resolve(vpn["customer_gateway_id"]).Resource;
        Assert.Equal(("203.0.113.9", "65010"), (office.Text("ip_address"), office.Text("bgp_asn")));
        Assert.Equal("aws_vpn_gateway", configuration.Resolve(vpn["vpn_gateway_id"]).Resource.Type);
        Assert.DoesNotContain(configuration.Resources, resource => resource.Type.StartsWith("azurerm_", StringComparison.Ordinal));
    }

    [Fact]
    public void OfficeFirewall_TellsTheOfficeWhatAwsHas()
    {
        var configuration = new Configuration(samples.OfficeFirewall);
        var vpn = Assert.Single(configuration.OfType("aws_vpn_connection"));

        foreach (var number in new[] { 1, 2 })
        {
            var told = Output(configuration, "firewall")[$"1.{number}"]!;
            Assert.Equal((vpn.Name, $"tunnel{number}_address"), Target(configuration, told["remote_ip"]));
            // AWS has the first host of the inside network, the office the second.
            Assert.Equal(vpn.Text($"tunnel{number}_inside_cidr"), $"169.254.2{number}.0/30");
            Assert.Equal(($"169.254.2{number}.1", $"169.254.2{number}.2"), ((string?)told["remote_bgp"], (string?)told["local_bgp"]));
            Assert.Equal(vpn.Text($"tunnel{number}_preshared_key"), (string?)Output(configuration, "preshared_keys")[$"1.{number}"]);
        }
    }

    [Fact]
    public void OfficeFirewall_AdmitsWhatTheOfficeAsksFor()
    {
        var rule = Assert.Single(new Configuration(samples.OfficeFirewall).OfType("aws_vpc_security_group_ingress_rule"));

        Assert.Equal(("192.168.0.0/16", 443), (rule.Text("cidr_ipv4"), (int)rule["to_port"]!));
    }

    [Fact]
    public void AnyPeer_HasAConnectionToEachRouter()
    {
        var configuration = new Configuration(samples.AnyPeer);
        var connections = configuration.OfType("azurerm_virtual_network_gateway_connection");

        Assert.Equal(
            [("198.51.100.7", "169.254.21.1", "${var.psk_link_1_1}"), ("198.51.100.8", "169.254.22.1", "${var.psk_link_1_2}")],
            connections.Select(connection =>
            {
                var router = configuration.Resolve(connection["local_network_gateway_id"]).Resource;
                return (router.Text("gateway_address"), (string)router["bgp_settings"]!["bgp_peering_address"]!, connection.Text("shared_key"));
            }).Order());
        Assert.DoesNotContain(configuration.Resources, resource => resource.Type.StartsWith("aws_", StringComparison.Ordinal));
    }

    [Fact]
    public void AnyPeer_TellsTheRoutersWhatAzureHas()
    {
        var configuration = new Configuration(samples.AnyPeer);
        var gateway = Assert.Single(configuration.OfType("azurerm_virtual_network_gateway"));

        foreach (var (id, told) in Output(configuration, "routers").AsObject())
        {
            var instance = id[0] - '1';
            var address = configuration.Resolve(gateway["ip_configuration"]![instance]!["public_ip_address_id"]).Resource;
            Assert.Equal((address.Name, "ip_address"), Target(configuration, told!["remote_ip"]));
            var held = gateway["bgp_settings"]!["peering_addresses"]![instance]!["apipa_addresses"]!.AsArray();
            Assert.Contains((string?)told["remote_bgp"], held.Select(one => (string?)one));
        }
    }

    [Fact]
    public void OwnStack_JoinsTheVpcThatItHas()
    {
        var configuration = new Configuration(samples.OwnStack);

        var vpc = Assert.Single(configuration.OfType("aws_vpc"));
        Assert.Single(configuration.OfType("aws_subnet"));
        Assert.Null(configuration.Json["data"]);
        var gateway = Assert.Single(configuration.OfType("aws_vpn_gateway"));
        Assert.Equal((vpc.Name, "id"), Target(configuration, Assert.Single(configuration.OfType("aws_vpn_gateway_attachment"))["vpc_id"]));
        var propagation = Assert.Single(configuration.OfType("aws_vpn_gateway_route_propagation"));
        Assert.Equal(("routes", "id"), Target(configuration, propagation["route_table_id"]));
        Assert.Equal((gateway.Name, "id"), Target(configuration, propagation["vpn_gateway_id"]));
        var rule = Assert.Single(configuration.OfType("aws_vpc_security_group_ingress_rule"));
        Assert.Equal(("servers", "id"), Target(configuration, rule["security_group_id"]));
    }

    [Fact]
    public void OwnStack_WritesNoneOfItsMadeUpIds()
    {
        foreach (var id in new[] { "\"vpc-own\"", "\"subnet-app\"", "\"rtb-own\"", "\"sg-servers\"" })
        {
            Assert.DoesNotContain(id, samples.OwnStack, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void OwnStack_HandsEachSideTheOthersEnds()
    {
        var configuration = new Configuration(samples.OwnStack);

        Assert.Equal(
            configuration.OfType("azurerm_public_ip").Select(address => address.Name).Order(),
            configuration.OfType("aws_customer_gateway").Select(peer => Target(configuration, peer["ip_address"]).Name).Order());
        Assert.Equal(
            configuration.OfType("aws_vpn_connection").SelectMany(vpn => new[] { (vpn.Name, "tunnel1_address"), (vpn.Name, "tunnel2_address") }).Order(),
            configuration.OfType("azurerm_local_network_gateway").Select(peer => Target(configuration, peer["gateway_address"])).Order());
    }

    private static JsonNode Output(Configuration configuration, string name) => configuration.Json["output"]![name]!["value"]!;

    private static (string Name, string Attribute) Target(Configuration configuration, JsonNode? reference)
    {
        var (resource, attribute) = configuration.Resolve(reference);
        return (resource.Name, attribute);
    }

    public sealed class Samples
    {
        public string OfficeFirewall { get; } = Synthesis.Synthesize(app => new OfficeFirewall.OfficeFirewallStack(app, "office"));

        public string AnyPeer { get; } = Synthesis.Synthesize(app => new AnyPeer.AnyPeerStack(app, "data-centre"));

        public string OwnStack { get; } = Synthesis.Synthesize(app => new OwnStack.ShopStack(app, "own"));
    }
}
