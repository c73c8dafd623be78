using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using S2SVpn.Tests.Support;

namespace S2SVpn.Constructs.Tests;

/// <summary>What Terraform's outputs tell those who go on from here.</summary>
public sealed partial class OutputTests
{
    private static readonly string[] Secret = ["preshared_keys", "ssh_private_key"];

    [Fact]
    public void Readme_TableOfOutputs_IsWhatTheExamplesHave()
    {
        var made = Directory.GetFiles(Repository.File("tests", "S2SVpn.Constructs.Tests", "Examples"), "*.verified.json")
            .Append(Repository.File("tests", "S2SVpn.Constructs.Tests", "ProbesAndMonitoringTests.Synth_Everything_IsThisConfiguration.verified.json"))
            .SelectMany(file => ConfigurationSnapshot.Read(file)["output"]?.AsObject() ?? [])
            // What CDKTF hands from stack to stack.
            .Where(output => !output.Key.StartsWith("cross-stack-output-", StringComparison.Ordinal))
            .Select(output => (output.Key, Description: (string?)output.Value!["description"]!))
            .Distinct();
        var written = Row().Matches(File.ReadAllText(Repository.File("README.md")).Split("\n## ").Single(section => section.Contains("aws_vpc_ids", StringComparison.Ordinal)))
            .Select(match => (match.Groups["name"].Value, (string?)match.Groups["description"].Value));

        Assert.Equal(made.Order(), written.Order());
    }

    [Fact]
    public void Outputs_OfTheStarter_AreTheIdsOfWhatIsThere()
    {
        var configuration = new Configuration(Synthesis.Synthesize(Synthesis.Starter));

        AssertIs("aws_vpc", Value(configuration, "aws_vpc_ids")["aws"]);
        AssertIs("aws_subnet", Value(configuration, "aws_subnet_ids")["aws"]!["app"]);
        AssertIs("aws_route_table", Assert.Single(Value(configuration, "aws_route_table_ids")["aws"]!.AsArray()));
        AssertIs("aws_security_group", Value(configuration, "aws_security_group_ids")["aws"]!["app"]);
        AssertIs("aws_vpn_gateway", Value(configuration, "aws_gateway_ids")["aws"]);
        AssertIs("azurerm_virtual_network", Value(configuration, "azure_vnet_ids")["azure"]);
        Assert.Equal(["GatewaySubnet", "app"], Value(configuration, "azure_subnet_ids")["azure"]!.AsObject().Select(subnet => subnet.Key).Order(StringComparer.Ordinal));
        AssertIs("azurerm_network_security_group", Value(configuration, "azure_network_security_group_ids")["azure"]!["app"]);
        AssertIs("azurerm_virtual_network_gateway", Value(configuration, "azure_gateway_ids")["azure"]);

        foreach (var number in new[] { "1", "2" })
        {
            var connection = AssertIs("aws_vpn_connection", Value(configuration, "aws_vpn_connection_ids")["link"]![number]);
            Assert.Equal(configuration.Resolve(connection["customer_gateway_id"]).Resource, configuration.Resolve(Value(configuration, "aws_customer_gateway_ids")["link"]![number]).Resource);
        }

        var tunnels = Value(configuration, "tunnels")["link"]!.AsObject();
        Assert.Equal(["1.1", "1.2", "2.1", "2.2"], tunnels.Select(tunnel => tunnel.Key));
        foreach (var (id, tunnel) in tunnels)
        {
            var connection = AssertIs("azurerm_virtual_network_gateway_connection", Value(configuration, "azure_connection_ids")["link"]![id]);
            var peer = configuration.Resolve(connection["local_network_gateway_id"]).Resource;
            Assert.Equal(peer, configuration.Resolve(Value(configuration, "azure_local_network_gateway_ids")["link"]![id]).Resource);
            Assert.Equal((string?)peer["bgp_settings"]!["bgp_peering_address"], (string?)tunnel!["aws_inside_address"]);
            Assert.Equal((64512, 65515), ((int)tunnel["aws_asn"]!, (int)tunnel["azure_asn"]!));
        }

        Resource AssertIs(string type, JsonNode? reference)
        {
            var (resource, attribute) = configuration.Resolve(reference);
            Assert.Equal((type, "id"), (resource.Type, attribute));
            return resource;
        }
    }

    [Fact]
    public void Outputs_OfThingsThatAreNotThere_AreLeftOut()
    {
        var configuration = new Configuration(Synthesis.Synthesize(Synthesis.Starter));

        Assert.All(
            new[] { "aws_transit_gateway_vpc_attachment_ids", "aws_transit_gateway_vpn_attachment_ids", "azure_route_table_ids", "azure_spoke_vnet_ids", "azure_spoke_network_security_group_ids" },
            name => Assert.Null(configuration.Json["output"]![name]));
        Assert.Equal(Secret.Take(1), configuration.Json["output"]!.AsObject().Where(output => output.Value!["sensitive"] is not null).Select(output => output.Key));
    }

    [Fact]
    public void Outputs_OfATransitGatewayWithStaticRoutes_AreItsAttachmentsAndNoNumbers()
    {
        var configuration = new Configuration(Synthesis.Synthesize("""
            name: shop
            aws: { region: eu-central-1, network: 10.2.0.0/16, gateway: { kind: transit } }
            azure: { location: westeurope, network: 10.1.0.0/16 }
            link: { routing: static }
            """));

        Assert.Equal("aws_ec2_transit_gateway", configuration.Resolve(Value(configuration, "aws_gateway_ids")["aws"]).Resource.Type);
        Assert.Equal("aws_ec2_transit_gateway_vpc_attachment", configuration.Resolve(Value(configuration, "aws_transit_gateway_vpc_attachment_ids")["aws"]).Resource.Type);
        Assert.Equal(["1", "2"], Value(configuration, "aws_transit_gateway_vpn_attachment_ids")["link"]!.AsObject().Select(connection => connection.Key));
        Assert.Equal("azurerm_route_table", configuration.Resolve(Value(configuration, "azure_route_table_ids")["azure"]).Resource.Type);
        Assert.Equal(
            ["aws_inside_address", "azure_inside_address", "inside_cidr"], Value(configuration, "tunnels")["link"]!["1.1"]!.AsObject().Select(value => value.Key).Order(StringComparer.Ordinal));
    }

    private static JsonNode Value(Configuration configuration, string name) => configuration.Json["output"]![name]!["value"]!;

    [GeneratedRegex(@"^\| `(?<name>\w+)` \| (?<description>.+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
