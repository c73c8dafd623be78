using S2SVpn.Constructs.Aws;
using S2SVpn.Constructs.Azure;
using S2SVpn.Design.Network;

namespace S2SVpn.Constructs.Tests;

/// <summary>References in place of the ids of existing things.</summary>
public sealed class ReferenceTests
{
    private const string Existing = """
        name: shop
        aws: { region: eu-central-1, network: { existing: vpc-1, cidrs: [10.2.0.0/16], subnets: { app: { existing: subnet-1, cidr: 10.2.1.0/24, zone: a } }, routeTables: [rtb-1, rtb-2] }, gateway: GATEWAY }
        azure: { location: westeurope, network: 10.1.0.0/16 }
        """;

    [Fact]
    public void References_OfATransitGatewayAndItsTable_AreUsedEverywhere()
    {
        var configuration = Synthesize("{ kind: transit, existing: tgw-1, routeTable: tgw-rtb-1 }", new StackReferences
        {
            ["vpc-1"] = "${aws_vpc.mine.id}",
            ["rtb-2"] = "${aws_route_table.mine.id}",
            ["tgw-1"] = "${aws_ec2_transit_gateway.mine.id}",
            ["tgw-rtb-1"] = "${aws_ec2_transit_gateway_route_table.mine.id}",
        });

        var gateway = Assert.Single(configuration.Json["data"]!.AsObject(), type => type.Key == "aws_ec2_transit_gateway");
        Assert.Equal("${aws_ec2_transit_gateway.mine.id}", (string?)Assert.Single(gateway.Value!.AsObject()).Value!["id"]);
        Assert.Equal(["${aws_route_table.mine.id}", "rtb-1"], configuration.OfType("aws_route").Select(route => route.Text("route_table_id")).Order());
        Assert.Equal(
            ["${aws_ec2_transit_gateway_route_table.mine.id}", "${aws_ec2_transit_gateway_route_table.mine.id}"],
            configuration.OfType("aws_ec2_transit_gateway_route_table_association").Select(association => association.Text("transit_gateway_route_table_id")));
    }

    [Fact]
    public void References_OfAVirtualPrivateGateway_AreAskedForWithItsNumber()
    {
        var configuration = Synthesize("{ existing: vgw-1, asn: 64600 }", new StackReferences { ["vgw-1"] = "${aws_vpn_gateway.mine.id}" });

        var gateway = Assert.Single(configuration.Json["data"]!["aws_vpn_gateway"]!.AsObject()).Value!;
        Assert.Equal(("${aws_vpn_gateway.mine.id}", "64600"), ((string?)gateway["id"], (string?)gateway["amazon_side_asn"]));
        Assert.Equal("vpc-1", (string?)Assert.Single(configuration.Json["data"]!["aws_vpc"]!.AsObject()).Value!["id"]);
    }

    [Fact]
    public void References_ForAnIdThatThePlanDoesNotHave_AreRefused()
    {
        var refusal = Assert.Throws<ArgumentException>(() => Synthesize("{}", new StackReferences { ["vpc-2"] = "${aws_vpc.mine.id}" }));

        Assert.Contains("The plan of the site aws has no existing", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("vpc-2", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void References_OfAVNetItsGatewayAndASpoke_AreTakenApartByTerraform()
    {
        const string Network = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/own/providers/Microsoft.Network";
        var configuration = new Configuration(Synthesis.Synthesize(app =>
        {
            var stack = new TerraformStack(app, "mine");
            _ = new AzurermProvider(stack, "provider-azurerm", new AzurermProviderConfig { Features = new[] { new AzurermProviderFeatures() } });
            var plan = Synthesis.Plan($$"""
                name: shop
                aws: { region: eu-central-1, network: 10.2.0.0/16 }
                azure:
                  location: westeurope
                  network:
                    existing: {{Network}}/virtualNetworks/hub
                    cidrs: [10.1.0.0/16]
                    subnets: { app: { existing: {{Network}}/virtualNetworks/hub/subnets/app, cidr: 10.1.1.0/24 } }
                    gatewaySubnet: { cidr: 10.1.255.0/27 }
                    spokes: [{ name: branch, id: {{Network}}/virtualNetworks/branch, cidrs: [10.3.0.0/16] }]
                """);
            _ = new AzureVpnSide(stack, "azure", new()
            {
                Site = plan.AzureSite("azure"),
                References = new()
                {
                    [$"{Network}/virtualNetworks/hub"] = "${azurerm_virtual_network.hub.id}",
                    [$"{Network}/virtualNetworks/hub/subnets/app"] = "${azurerm_subnet.app.id}",
                    [$"{Network}/virtualNetworks/branch"] = new VirtualNetwork(stack, "branch", new VirtualNetworkConfig { Name = "branch", Location = "westeurope", ResourceGroupName = "own" }).Id,
                },
            });
            return stack;
        }));

        Assert.False(configuration.Json.AsObject().ContainsKey("data"));
        var gatewaySubnet = Assert.Single(configuration.OfType("azurerm_subnet"));
        Assert.Equal("${element(split(\"/\", azurerm_virtual_network.hub.id), 8)}", gatewaySubnet.Text("virtual_network_name"));
        Assert.Equal("${element(split(\"/\", azurerm_virtual_network.hub.id), 4)}", gatewaySubnet.Text("resource_group_name"));
        Assert.Equal(
            ["${azurerm_virtual_network.branch.id}", "${azurerm_virtual_network.hub.id}"],
            configuration.OfType("azurerm_virtual_network_peering").Select(peering => peering.Text("remote_virtual_network_id")).Order());
        Assert.Equal(
            ["${element(split(\"/\", azurerm_virtual_network.branch.id), 8)}", "${element(split(\"/\", azurerm_virtual_network.hub.id), 8)}"],
            configuration.OfType("azurerm_virtual_network_peering").Select(peering => peering.Text("virtual_network_name")).Order());
    }

    [Fact]
    public void References_ForAVNetThatThePlanDoesNotHave_AreRefused()
    {
        var refusal = Assert.Throws<ArgumentException>(() => Synthesis.Synthesize(app =>
        {
            var stack = new TerraformStack(app, "mine");
            var plan = Synthesis.Plan("{ name: shop, aws: { region: eu-central-1, network: 10.2.0.0/16 }, azure: { location: westeurope, network: 10.1.0.0/16 } }");
            _ = new AzureVpnSide(stack, "azure", new() { Site = plan.AzureSite("azure"), References = new() { ["/subscriptions/a"] = "${azurerm_subnet.a.id}" } });
            return stack;
        }));

        Assert.Contains("The plan of the site azure has no existing VNet", refusal.Message, StringComparison.Ordinal);
    }

    private static Configuration Synthesize(string gateway, StackReferences references) => new(Synthesis.Synthesize(app =>
    {
        var stack = new TerraformStack(app, "mine");
        _ = new AwsProvider(stack, "provider-aws");
        _ = new RandomProvider(stack, "provider-random");
        var plan = Synthesis.Plan(Existing.Replace("GATEWAY", gateway, StringComparison.Ordinal));
        var keys = new PreSharedKeys(stack, "keys");
        keys.Add(plan.Link("link"));
        var side = new AwsVpnSide(stack, "aws", new() { Site = plan.AwsSite("aws"), References = references });
        side.ConnectTo("link", [new GatewayEndpoint(0, "203.0.113.9", new Asn(65515)), new GatewayEndpoint(1, "203.0.113.10", new Asn(65515))], keys);
        return stack;
    }));
}
