namespace S2SVpn.Constructs.Tests;

/// <summary>Networks and gateways that exist already: they are read and used, and nothing in them is changed but what a link needs.</summary>
public sealed class ExistingTests
{
    private const string Vnet = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-core/providers/Microsoft.Network/virtualNetworks/vnet-core";
    private const string Azure = "azure: { location: westeurope, network: 10.1.0.0/16 }";
    private const string Aws = "aws: { region: eu-central-1, network: 10.2.0.0/16 }";

    private const string ExistingAws = """
        aws:
          region: eu-central-1
          network:
            existing: vpc-1
            cidr: 10.2.0.0/16
            subnets: { app: { existing: subnet-1, cidr: 10.2.1.0/24 } }
            routeTables: [rtb-1, rtb-2]
            securityGroups: [sg-1]
        """;

    private static readonly string ExistingAzure = $$"""
        azure:
          location: westeurope
          resourceGroup: { name: rg-network, existing: true }
          network:
            existing: {{Vnet}}
            cidr: 10.1.0.0/16
            subnets:
              app: { existing: {{Vnet}}/subnets/app, cidr: 10.1.1.0/24 }
              new: 10.1.2.0/24
            gatewaySubnet: { existing: {{Vnet}}/subnets/GatewaySubnet, cidr: 10.1.255.0/27 }
        """;

    [Fact]
    public void Vpc_Existing_IsReadWithItsNetworksAndOnlyGetsRoutesAndRules()
    {
        var configuration = Synthesize($"{ExistingAws}\n{Azure}", "access: [{ from: azure, to: aws, tcp: 443 }]");

        var vpc = Assert.Single(configuration.Data("aws_vpc"));
        Assert.Equal("vpc-1", vpc.Text("id"));
        Assert.Contains("10.2.0.0/16", (string?)vpc["lifecycle"]!["postcondition"]![0]!["condition"]);
        Assert.All(
            ["aws_vpc", "aws_subnet", "aws_route_table", "aws_route_table_association", "aws_security_group", "aws_internet_gateway"],
            type => Assert.Empty(configuration.OfType(type)));
        Assert.Equal(["rtb-1", "rtb-2"], configuration.OfType("aws_vpn_gateway_route_propagation").Select(item => item.Text("route_table_id")).Order());
        var rule = Assert.Single(configuration.OfType("aws_vpc_security_group_ingress_rule"));
        Assert.Equal(("sg-1", "10.1.0.0/16", 443), (rule.Text("security_group_id"), rule.Text("cidr_ipv4"), (int)rule["from_port"]!));
        Assert.Equal($"${{data.aws_vpc.{vpc.Name}.id}}", Assert.Single(configuration.OfType("aws_vpn_gateway_attachment")).Text("vpc_id"));
    }

    [Fact]
    public void Subnet_NewInAnExistingVpc_UsesTheFirstRouteTable()
    {
        var configuration = Synthesize($"{ExistingAws.Replace("app: { existing: subnet-1, cidr: 10.2.1.0/24 }", "app: 10.2.1.0/24")}\n{Azure}");

        var association = Assert.Single(configuration.OfType("aws_route_table_association"));
        Assert.Equal("rtb-1", association.Text("route_table_id"));
        Assert.Equal("10.2.1.0/24", configuration.Resolve(association["subnet_id"]).Resource.Text("cidr_block"));
    }

    [Fact]
    public void VirtualPrivateGateway_Existing_IsReadWithItsNumberAndAttachedToANewVpc()
    {
        var configuration = Synthesize($"{Aws.Replace(" }", ", gateway: { existing: vgw-1, asn: 64600 } }")}\n{Azure}");

        var gateway = Assert.Single(configuration.Data("aws_vpn_gateway"));
        Assert.Equal(("vgw-1", "64600"), (gateway.Text("id"), gateway.Text("amazon_side_asn")));
        Assert.Empty(configuration.OfType("aws_vpn_gateway"));
        var attachment = Assert.Single(configuration.OfType("aws_vpn_gateway_attachment"));
        Assert.Equal("aws_vpc", configuration.Resolve(attachment["vpc_id"]).Resource.Type);
        var propagation = Assert.Single(configuration.OfType("aws_vpn_gateway_route_propagation"));
        Assert.Equal($"aws_vpn_gateway_attachment.{attachment.Name}", (string?)propagation["depends_on"]![0]);
        Assert.All(configuration.OfType("aws_vpn_connection"), vpn => Assert.Equal($"${{data.aws_vpn_gateway.{gateway.Name}.id}}", vpn.Text("vpn_gateway_id")));
    }

    [Fact]
    public void Gateway_ExistingInAnExistingVpc_IsTakenToBeAttached()
    {
        var configuration = Synthesize($"{ExistingAws}\n  gateway: {{ existing: vgw-1 }}\n{Azure}");

        Assert.Empty(configuration.OfType("aws_vpn_gateway_attachment"));
        Assert.Equal(2, configuration.OfType("aws_vpn_gateway_route_propagation").Count);
    }

    [Fact]
    public void TransitGateway_ExistingWithARouteTable_AssociatesAndPropagatesEachAttachmentThere()
    {
        var configuration = Synthesize($"{Aws.Replace(" }", ", gateway: { kind: transit, existing: tgw-1, routeTable: tgw-rtb-1 } }")}\n{Azure}");

        Assert.Equal("""[{"name":"options.amazon-side-asn","values":["64512"]}]""", Assert.Single(configuration.Data("aws_ec2_transit_gateway"))["filter"]!.ToJsonString());
        var vpc = Assert.Single(configuration.OfType("aws_ec2_transit_gateway_vpc_attachment"));
        Assert.False((bool)vpc["transit_gateway_default_route_table_association"]!);
        Assert.False((bool)vpc["transit_gateway_default_route_table_propagation"]!);
        foreach (var type in new[] { "aws_ec2_transit_gateway_route_table_association", "aws_ec2_transit_gateway_route_table_propagation" })
        {
            var items = configuration.OfType(type);
            Assert.All(items, item => Assert.Equal("tgw-rtb-1", item.Text("transit_gateway_route_table_id")));
            Assert.Equal(
                ["aws_ec2_transit_gateway_vpc_attachment", "data.aws_ec2_transit_gateway_vpn_attachment", "data.aws_ec2_transit_gateway_vpn_attachment"],
                items.Select(item => TypeOf(item.Text("transit_gateway_attachment_id"))).Order());
        }

        // AWS has put the VPN's into the default table by then, which it has to leave.
        Assert.Equal(2, configuration.OfType("aws_ec2_transit_gateway_route_table_association").Count(item => (bool?)item["replace_existing_association"] == true));
    }

    [Fact]
    public void TransitGateway_StaticWithARouteTable_HasItsRoutesThereAndPropagatesOnlyTheVpc()
    {
        var configuration = Synthesize(
            $"{Aws.Replace(" }", ", gateway: { kind: transit, existing: tgw-1, routeTable: tgw-rtb-1 } }")}\n{Azure}", "link: { routing: static }");

        Assert.Equal("tgw-rtb-1", Assert.Single(configuration.OfType("aws_ec2_transit_gateway_route")).Text("transit_gateway_route_table_id"));
        Assert.Single(configuration.OfType("aws_ec2_transit_gateway_route_table_propagation"));
    }

    [Fact]
    public void Vnet_Existing_IsCheckedAndNewSubnetsAreMadeWhereItIs()
    {
        var configuration = Synthesize($"{Aws}\n{ExistingAzure}");

        Assert.Empty(configuration.OfType("azurerm_virtual_network"));
        Assert.Empty(configuration.OfType("azurerm_resource_group"));
        var vnet = Assert.Single(configuration.Data("azurerm_virtual_network"));
        Assert.Equal(("vnet-core", "rg-core"), (vnet.Text("name"), vnet.Text("resource_group_name")));
        Assert.Contains("10.1.0.0/16", (string?)vnet["lifecycle"]!["postcondition"]![0]!["condition"]);
        var subnet = Assert.Single(configuration.OfType("azurerm_subnet"));
        Assert.Equal(("new", "rg-core", "vnet-core"), (subnet.Text("name"), subnet.Text("resource_group_name"), subnet.Text("virtual_network_name")));
        // An existing subnet has a filter of its own.
        Assert.Equal("new", configuration.Resolve(Assert.Single(configuration.OfType("azurerm_subnet_network_security_group_association"))["subnet_id"]).Resource.Text("name"));
        var gateway = Assert.Single(configuration.OfType("azurerm_virtual_network_gateway"));
        Assert.All(gateway["ip_configuration"]!.AsArray(), ip => Assert.Equal($"{Vnet}/subnets/GatewaySubnet", (string?)ip!["subnet_id"]));
        Assert.Equal($"${{data.azurerm_resource_group.{Assert.Single(configuration.Data("azurerm_resource_group")).Name}.name}}", gateway.Text("resource_group_name"));
        Assert.Equal("westeurope", gateway.Text("location"));
    }

    [Fact]
    public void Gateway_ExistingInAzure_IsReadWithItsAddresses()
    {
        var id = Vnet.Replace("virtualNetworks/vnet-core", "virtualNetworkGateways/vgw-core");
        var configuration = Synthesize($"{Aws}\n{ExistingAzure}\n  gateway: {{ existing: {id}, asn: 65010 }}");

        Assert.Empty(configuration.OfType("azurerm_virtual_network_gateway"));
        Assert.Empty(configuration.OfType("azurerm_public_ip"));
        var gateway = Assert.Single(configuration.Data("azurerm_virtual_network_gateway"));
        Assert.Equal(("vgw-core", "rg-core"), (gateway.Text("name"), gateway.Text("resource_group_name")));
        var checks = gateway["lifecycle"]!["postcondition"]!.AsArray().Select(check => (string)check!["condition"]!).ToArray();
        Assert.Contains("${self.active_active}", checks);
        Assert.Contains("${self.enable_bgp}", checks);
        Assert.Contains(checks, check => check.Contains("65010", StringComparison.Ordinal));
        var addresses = configuration.Data("azurerm_public_ip");
        Assert.Equal(
            [0, 1],
            addresses.Select(address => int.Parse(System.Text.RegularExpressions.Regex.Match(address.Text("name"), @"ip_configuration\[(\d)\]").Groups[1].Value, null)).Order());
        Assert.Equal(
            addresses.Select(address => $"${{data.azurerm_public_ip.{address.Name}.ip_address}}").Order(),
            configuration.OfType("aws_customer_gateway").Select(customer => customer.Text("ip_address")).Order());
        Assert.All(configuration.OfType("azurerm_virtual_network_gateway_connection"), connection =>
            Assert.Equal($"${{data.azurerm_virtual_network_gateway.{gateway.Name}.id}}", connection.Text("virtual_network_gateway_id")));
    }

    // "${data.type.name.id}" or "${type.name.id}"
    private static string TypeOf(string reference) => string.Join('.', reference[2..].Split('.')[..^2]);

    private static Configuration Synthesize(string sites, string rest = "") => new(Synthesis.Synthesize($"name: shop\n{sites}\n{rest}\n"));
}
