namespace S2SVpn.Constructs.Tests;

/// <summary>What changes an Azure gateway beside its connections: peered networks and address translation, one after the other.</summary>
public sealed class SpokeAndNatTests
{
    private const string Spoke = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-data/providers/Microsoft.Network/virtualNetworks/vnet-data";

    [Fact]
    public void Spokes_NewAndExisting_ArePeeredBothWaysWithGatewayTransit()
    {
        var configuration = Synthesize($$"""
            azure:
              location: westeurope
              network:
                cidr: 10.1.0.0/16
                spokes:
                  - { name: web, cidr: 10.8.0.0/16 }
                  - { name: data, id: {{Spoke}}, cidr: 10.9.0.0/16 }
            """);

        var peerings = configuration.OfType("azurerm_virtual_network_peering");
        Assert.Equal(4, peerings.Count);
        Assert.Equal(2, configuration.OfType("azurerm_virtual_network").Count);
        var fromHub = peerings.Where(peering => (bool)peering["allow_gateway_transit"]!).ToArray();
        var toHub = peerings.Where(peering => (bool)peering["use_remote_gateways"]!).ToArray();
        Assert.Equal((2, 2), (fromHub.Length, toHub.Length));
        Assert.All(peerings, peering => Assert.True((bool)peering["allow_forwarded_traffic"]!));
        Assert.Contains(fromHub, peering => peering.Text("remote_virtual_network_id") == Spoke);
        Assert.Contains(toHub, peering => (peering.Text("virtual_network_name"), peering.Text("resource_group_name")) == ("vnet-data", "rg-data"));
        AssertOneChain(configuration, "azurerm_virtual_network_peering");

        // The one that is made gets a security group, which its subnets are to use; the other one has its owner's.
        var group = Assert.Single(configuration.OfType("azurerm_network_security_group"), group => group.Text("name").Contains("spoke", StringComparison.Ordinal));
        Assert.Equal("shop-web-spoke-nsg", group.Text("name"));
        Assert.DoesNotContain(
            configuration.OfType("azurerm_subnet_network_security_group_association"), association => configuration.Resolve(association["network_security_group_id"]).Resource == group);
        Assert.Contains(configuration.OfType("azurerm_network_security_rule"), rule => configuration.Resolve(rule["network_security_group_name"]).Resource == group);
    }

    [Fact]
    public void Nat_StaticBothWays_StandsOnEveryConnection()
    {
        var configuration = Synthesize("""
            azure: { location: westeurope, network: 10.2.0.0/16, gateway: { sku: VpnGw2AZ } }
            link:
              routing: static
              nat:
                - { name: out, direction: egress, internal: [10.2.0.0/16], external: [10.101.0.0/16] }
                - { name: in, direction: ingress, internal: [10.2.0.0/16], external: [10.102.0.0/16] }
            """);

        var rules = configuration.OfType("azurerm_virtual_network_gateway_nat_rule").ToDictionary(rule => rule.Text("name"));
        Assert.Equal(("EgressSnat", "Static"), (rules["out"].Text("mode"), rules["out"].Text("type")));
        Assert.Equal("IngressSnat", rules["in"].Text("mode"));
        Assert.All(configuration.OfType("azurerm_virtual_network_gateway_connection"), connection =>
        {
            Assert.Equal(rules["out"].Name, configuration.Resolve(connection["egress_nat_rule_ids"]![0]).Resource.Name);
            Assert.Equal(rules["in"].Name, configuration.Resolve(connection["ingress_nat_rule_ids"]![0]).Resource.Name);
        });
        // AWS routes to what it sees; Azure chooses the connection by what is behind it before translation.
        Assert.All(configuration.OfType("aws_vpn_connection_route"), route => Assert.Equal("10.101.0.0/16", route.Text("destination_cidr_block")));
        Assert.All(configuration.OfType("azurerm_local_network_gateway"), peer => Assert.Equal("10.2.0.0/16", (string?)peer["address_space"]![0]));
        Assert.Equal("10.102.0.0/16", Assert.Single(configuration.OfType("azurerm_route")).Text("address_prefix"));
        AssertOneChain(configuration, "azurerm_virtual_network_gateway_nat_rule");
    }

    [Fact]
    public void Nat_Dynamic_StandsOnTheIpConfigurationOfItsInstance()
    {
        var configuration = Synthesize("""
            azure: { location: westeurope, network: 10.1.0.0/16, gateway: { sku: VpnGw2AZ } }
            link:
              routing: static
              nat:
                - { name: hide-0, kind: dynamic, instance: 0, direction: egress, internal: [10.1.0.0/16], external: [10.101.0.0/26] }
                - { name: hide-1, kind: dynamic, instance: 1, direction: egress, internal: [10.1.0.0/16], external: [10.101.0.64/26] }
            """);

        var rules = configuration.OfType("azurerm_virtual_network_gateway_nat_rule");
        Assert.Equal(["0", "1"], rules.Select(rule => rule.Text("ip_configuration_id")[^1..]).Order());
        Assert.All(rules, rule => Assert.EndsWith($"/ipConfigurations/instance-{rule.Text("name")[^1]}", rule.Text("ip_configuration_id")));
        Assert.All(configuration.OfType("azurerm_virtual_network_gateway_connection"), connection => Assert.Single(connection["egress_nat_rule_ids"]!.AsArray()));
    }

    // Everything of the type and every connection waits for another one of them, so that no two change the gateway at once.
    private static void AssertOneChain(Configuration configuration, string type)
    {
        var links = configuration.OfType(type).Concat(configuration.OfType("azurerm_virtual_network_gateway_connection"))
            .Select(item => item["depends_on"]?.AsArray().Select(name => (string?)name).FirstOrDefault(name => name?.StartsWith("azurerm", StringComparison.Ordinal) == true)).ToArray();
        Assert.Equal(links.Length, links.Distinct().Count());
        Assert.Single(links, link => link?.StartsWith(type, StringComparison.Ordinal) != true && link?.StartsWith("azurerm_virtual_network_gateway_connection", StringComparison.Ordinal) != true);
    }

    private static Configuration Synthesize(string rest) =>
        new(Synthesis.Synthesize($"name: shop\naws: {{ region: eu-central-1, network: 10.2.0.0/16 }}\n{rest}\n"));
}
