using System.Text.Json.Nodes;

namespace S2SVpn.Constructs.Tests;

/// <summary>What the filters of both clouds let across.</summary>
public sealed class FilterTests
{
    private const string Networks = """
        name: shop
        aws: { region: eu-central-1, network: { cidrs: [10.2.0.0/16], subnets: { app: 10.2.1.0/24 } } }
        azure: { location: westeurope, network: { cidrs: [10.1.0.0/16], subnets: { app: 10.1.1.0/24 } } }
        """;

    [Fact]
    public void Access_FlowFromAzure_IsLetOutThereAndInHere()
    {
        var configuration = Synthesize("access: [{ from: azure.app, to: aws.app, tcp: [443, 5432] }]");

        Assert.Equal(
            ["tcp 443-443 from 10.1.1.0/24", "tcp 5432-5432 from 10.1.1.0/24"],
            configuration.OfType("aws_vpc_security_group_ingress_rule").Select(Ingress).Order());
        Assert.Empty(configuration.OfType("aws_vpc_security_group_egress_rule"));
        var allowed = Assert.Single(Crossing(configuration), rule => rule.Text("access") == "Allow");
        Assert.Equal("Outbound", allowed.Text("direction"));
        Assert.Equal("10.1.1.0/24", Only(allowed, "source_address_prefixes"));
        Assert.Equal("10.2.1.0/24", Only(allowed, "destination_address_prefixes"));
        Assert.Equal(["443", "5432"], allowed["destination_port_ranges"]!.AsArray().Select(port => (string?)port));
    }

    [Fact]
    public void Access_Icmp_NeedsNoPorts()
    {
        var configuration = Synthesize("access: [{ from: aws.app, to: azure.app, icmp: true }]");

        var egress = Assert.Single(configuration.OfType("aws_vpc_security_group_egress_rule"));
        Assert.Equal(("icmp", -1, -1), (egress.Text("ip_protocol"), (int)egress["from_port"]!, (int)egress["to_port"]!));
        var allowed = Assert.Single(Crossing(configuration), rule => rule.Text("access") == "Allow");
        Assert.Equal(("Icmp", "Inbound", "*"), (allowed.Text("protocol"), allowed.Text("direction"), allowed.Text("destination_port_range")));
    }

    [Fact]
    public void Access_NothingListed_LetsNothingAcross()
    {
        var configuration = Synthesize("");

        Assert.Empty(configuration.OfType("aws_vpc_security_group_ingress_rule"));
        Assert.Empty(configuration.OfType("aws_vpc_security_group_egress_rule"));
        Assert.DoesNotContain(Crossing(configuration), rule => rule.Text("access") == "Allow");
        Assert.Equal(
            ["Inbound", "Outbound"],
            Crossing(configuration).Where(rule => rule.Text("access") == "Deny").Select(rule => rule.Text("direction")).Order());
    }

    [Fact]
    public void HealthProbes_OfAzuresLoadBalancers_ComeInBeforeTheDenial()
    {
        var rules = Synthesize("").OfType("azurerm_network_security_rule").Where(rule => rule.Text("direction") == "Inbound").OrderBy(rule => (int)rule["priority"]!).ToList();

        Assert.Equal(("Deny", "VirtualNetwork"), (rules[^1].Text("access"), rules[^1].Text("source_address_prefix")));
        Assert.Equal(("Allow", "AzureLoadBalancer", "*"), (rules[^2].Text("access"), rules[^2].Text("source_address_prefix"), rules[^2].Text("destination_address_prefix")));
    }

    [Fact]
    public void SecurityGroup_OfAzure_StandsOnTheAppSubnetAndNeverOnTheGateways()
    {
        var configuration = Synthesize("");

        var association = Assert.Single(configuration.OfType("azurerm_subnet_network_security_group_association"));
        Assert.Equal("app", configuration.Resolve(association["subnet_id"]).Resource.Text("name"));
    }

    private static Configuration Synthesize(string access) => new(Synthesis.Synthesize($"{Networks}\n{access}\n"));

    // All rules but those for traffic within the site, and from Azure itself.
    private static IEnumerable<Resource> Crossing(Configuration configuration) => configuration.OfType("azurerm_network_security_rule")
        .Where(rule => !rule.Text("name").StartsWith("within-the-site", StringComparison.Ordinal) && (string?)rule["source_address_prefix"] != "AzureLoadBalancer");

    private static string Ingress(Resource rule) => $"{rule["ip_protocol"]} {rule["from_port"]}-{rule["to_port"]} from {rule["cidr_ipv4"]}";

    private static string? Only(Resource rule, string attribute) => (string?)Assert.Single((JsonArray)rule[attribute]!);
}
