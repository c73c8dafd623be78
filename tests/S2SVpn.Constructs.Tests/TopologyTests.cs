namespace S2SVpn.Constructs.Tests;

/// <summary>What differs from the starter: static routes, transit gateways, several links, protection, backends.</summary>
public sealed class TopologyTests
{
    private const string Sites = """
        name: shop
        aws: { region: eu-central-1, network: 10.2.0.0/16 }
        azure: { location: westeurope, network: 10.1.0.0/16 }
        """;

    [Fact]
    public void Static_RoutesStandOnBothSidesAndBgpOnNone()
    {
        var configuration = Synthesize(Sites + "\nlink: { routing: static }\n");

        var connections = configuration.OfType("aws_vpn_connection");
        Assert.All(connections, vpn => Assert.True((bool)vpn["static_routes_only"]!));
        Assert.Equal(
            connections.Select(vpn => vpn.Name).Order(),
            configuration.OfType("aws_vpn_connection_route").Select(route => configuration.Resolve(route["vpn_connection_id"]).Resource.Name).Order());
        Assert.All(configuration.OfType("aws_vpn_connection_route"), route => Assert.Equal("10.1.0.0/16", route.Text("destination_cidr_block")));
        Assert.All(configuration.OfType("azurerm_local_network_gateway"), peer =>
        {
            Assert.Equal(["10.2.0.0/16"], peer["address_space"]!.AsArray().Select(cidr => (string?)cidr));
            Assert.Null(peer["bgp_settings"]);
        });
        Assert.All(configuration.OfType("azurerm_virtual_network_gateway_connection"), connection =>
        {
            // Left out it would be what Azure has, whatever that is.
            Assert.False((bool)connection["enable_bgp"]!);
            Assert.Null(connection["custom_bgp_addresses"]);
        });
        Assert.False((bool)Assert.Single(configuration.OfType("azurerm_virtual_network_gateway"))["enable_bgp"]!);
        var route = Assert.Single(configuration.OfType("azurerm_route"));
        Assert.Equal(("10.2.0.0/16", "VirtualNetworkGateway"), (route.Text("address_prefix"), route.Text("next_hop_type")));
        var association = Assert.Single(configuration.OfType("azurerm_subnet_route_table_association"));
        Assert.Equal("app", configuration.Resolve(association["subnet_id"]).Resource.Text("name"));
    }

    [Fact]
    public void Subnet_WithoutAZone_IsLeftToAws()
    {
        Assert.Null(Assert.Single(Synthesize(Sites).OfType("aws_subnet"))["availability_zone"]);
        var named = Synthesize(Sites.Replace("network: 10.2.0.0/16", "network: { cidr: 10.2.0.0/16, subnets: { app: { zone: b } } }"));
        Assert.Equal("eu-central-1b", Assert.Single(named.OfType("aws_subnet")).Text("availability_zone"));
    }

    [Fact]
    public void TransitAttachment_OfSubnetsWhoseZonesAreOpen_TakesOneOfEachZone()
    {
        var configuration = Synthesize(Sites.Replace("network: 10.2.0.0/16", "network: { cidr: 10.2.0.0/16, subnets: { app: {}, db: {} } }, gateway: transit"));
        var attachment = Assert.Single(configuration.OfType("aws_ec2_transit_gateway_vpc_attachment"));
        var subnets = configuration.OfType("aws_subnet");

        Assert.Equal([null, "eu-central-1b"], subnets.OrderBy(subnet => subnet.Text("cidr_block")).Select(subnet => (string?)subnet["availability_zone"]));
        Assert.Contains("subnet.availability_zone => subnet.id...", attachment.Text("subnet_ids"));
        Assert.Equal(subnets.OrderBy(subnet => subnet.Name), configuration.NeedsOf(attachment).Where(need => need.Type == "aws_subnet").OrderBy(need => need.Name));
    }

    [Fact]
    public void Bgp_HasNoStaticRoute()
    {
        var configuration = Synthesize(Sites);

        Assert.Empty(configuration.OfType("aws_vpn_connection_route"));
        Assert.Empty(configuration.OfType("azurerm_route"));
        Assert.Single(configuration.OfType("aws_vpn_gateway_route_propagation"));
    }

    [Fact]
    public void Transit_ConnectsSpreadsAndRoutesTheVpc()
    {
        var configuration = Synthesize(Sites.Replace("10.2.0.0/16 }", "10.2.0.0/16, gateway: { kind: transit } }"));

        var gateway = Assert.Single(configuration.OfType("aws_ec2_transit_gateway"));
        Assert.Equal("enable", gateway.Text("vpn_ecmp_support"));
        Assert.Empty(configuration.OfType("aws_vpn_gateway"));
        Assert.Empty(configuration.OfType("aws_vpn_gateway_route_propagation"));
        Assert.All(configuration.OfType("aws_vpn_connection"), vpn =>
        {
            Assert.Equal(gateway.Name, configuration.Resolve(vpn["transit_gateway_id"]).Resource.Name);
            Assert.Null(vpn["vpn_gateway_id"]);
        });
        var route = Assert.Single(configuration.OfType("aws_route"));
        Assert.Equal("10.1.0.0/16", route.Text("destination_cidr_block"));
        Assert.Equal(gateway.Name, configuration.Resolve(route["transit_gateway_id"]).Resource.Name);
        Assert.Equal(2, configuration.OfType("aws_ec2_tag").Count);
        Assert.Empty(configuration.OfType("aws_ec2_transit_gateway_route"));
    }

    [Fact]
    public void Transit_Static_HasItsRouteInTheGatewaysTableToo()
    {
        var configuration = Synthesize(Sites.Replace("10.2.0.0/16 }", "10.2.0.0/16, gateway: { kind: transit } }") + "\nlink: { routing: static }\n");

        var route = Assert.Single(configuration.OfType("aws_ec2_transit_gateway_route"));
        Assert.Equal("10.1.0.0/16", route.Text("destination_cidr_block"));
        Assert.StartsWith("${data.aws_ec2_transit_gateway_vpn_attachment.", route.Text("transit_gateway_attachment_id"));
        Assert.Empty(configuration.OfType("aws_vpn_connection_route"));
    }

    [Fact]
    public void TwoLinks_ShareTheAzureGatewayAndMeetNowhere()
    {
        var configuration = Synthesize("""
            name: shop
            aws:
              frankfurt: { region: eu-central-1, network: 10.2.0.0/16 }
              virginia: { region: us-east-1, network: 10.3.0.0/16 }
            azure: { location: westeurope, network: 10.1.0.0/16 }
            links:
              - { between: [frankfurt, azure], slot: 0 }
              - { between: [virginia, azure], slot: 1 }
            """);

        Assert.Single(configuration.OfType("azurerm_virtual_network_gateway"));
        Assert.Equal(4, configuration.OfType("aws_vpn_connection").Count);
        Assert.Equal(8, configuration.OfType("azurerm_virtual_network_gateway_connection").Count);
        var inside = configuration.OfType("aws_vpn_connection").SelectMany(vpn => new[] { vpn.Text("tunnel1_inside_cidr"), vpn.Text("tunnel2_inside_cidr") }).ToArray();
        Assert.Equal(8, inside.Distinct().Count());
        // One provider serves both regions: a site that is taken out later can be destroyed with it.
        Assert.Equal(["eu-central-1"], configuration.Json["provider"]!["aws"]!.AsArray().Select(provider => (string?)provider!["region"]));
        Assert.All(configuration.Resources.Where(resource => resource.Type.StartsWith("aws_", StringComparison.Ordinal)), resource =>
            Assert.Equal(resource.Name.StartsWith("aws-virginia", StringComparison.Ordinal) ? "us-east-1" : null, (string?)resource["region"]));
    }

    [Fact]
    public void Sites_OfOtherAccountsAndSubscriptions_HaveProvidersOfTheirOwn()
    {
        var configuration = Synthesize("""
            name: shop
            aws:
              frankfurt: { region: eu-central-1, account: "111111111111", network: 10.2.0.0/16 }
              virginia: { region: us-east-1, account: "222222222222", network: 10.3.0.0/16 }
            azure:
              west: { location: westeurope, network: 10.1.0.0/16, gateway: { asn: 65010 } }
              north: { location: northeurope, subscription: 11111111-2222-3333-4444-555555555555, network: 10.4.0.0/16, gateway: { asn: 65011 } }
            links:
              - { between: [frankfurt, west], slot: 0 }
              - { between: [virginia, north], slot: 0 }
            """);

        Assert.Equal([null, "virginia"], configuration.Json["provider"]!["aws"]!.AsArray().Select(provider => (string?)provider!["alias"]));
        Assert.Equal([null, "north"], configuration.Json["provider"]!["azurerm"]!.AsArray().Select(provider => (string?)provider!["alias"]));
        Assert.All(configuration.OfType("aws_vpn_connection"), vpn =>
            Assert.Equal(vpn.Name.StartsWith("aws-virginia", StringComparison.Ordinal) ? "aws.virginia" : null, (string?)vpn["provider"]));
        Assert.All(configuration.Resources.Where(resource => resource.Type.StartsWith("azurerm_", StringComparison.Ordinal)), resource =>
            Assert.Equal(resource.Name.StartsWith("azure-north", StringComparison.Ordinal) ? "azurerm.north" : null, (string?)resource["provider"]));
    }

    [Fact]
    public void Protect_KeepsGatewaysFromBeingDestroyed()
    {
        var configuration = Synthesize(Sites + "\nterraform: { protect: true }\n");

        Assert.True((bool)Assert.Single(configuration.OfType("azurerm_virtual_network_gateway"))["lifecycle"]!["prevent_destroy"]!);
        Assert.True((bool)Assert.Single(configuration.OfType("aws_vpn_gateway"))["lifecycle"]!["prevent_destroy"]!);
        Assert.Equal("CanNotDelete", Assert.Single(configuration.OfType("azurerm_management_lock")).Text("lock_level"));
    }

    [Fact]
    public void InternetGateway_BringsADefaultRoute()
    {
        var configuration = Synthesize(Sites.Replace("network: 10.2.0.0/16 }", "network: { cidrs: [10.2.0.0/16, 10.4.0.0/16], internetGateway: true } }"));

        var route = Assert.Single(configuration.OfType("aws_route"));
        Assert.Equal("0.0.0.0/0", route.Text("destination_cidr_block"));
        Assert.Equal("aws_internet_gateway", configuration.Resolve(route["gateway_id"]).Resource.Type);
        Assert.Equal("10.4.0.0/16", Assert.Single(configuration.OfType("aws_vpc_ipv4_cidr_block_association")).Text("cidr_block"));
    }

    [Theory]
    [InlineData("s3: { bucket: states, key: k, region: eu-central-1 }", "s3", """{"bucket":"states","encrypt":true,"key":"k","region":"eu-central-1","use_lockfile":true}""")]
    [InlineData("azurerm: { storageAccount: account, container: states, key: k }", "azurerm", """{"container_name":"states","key":"k","storage_account_name":"account","use_azuread_auth":true}""")]
    [InlineData("http: https://state.example.com/shop", "http", """{"address":"https://state.example.com/shop"}""")]
    [InlineData("pg: { schema: vpn }", "pg", """{"schema_name":"vpn"}""")]
    [InlineData("local: state/shop.tfstate", "local", """{"path":"state/shop.tfstate"}""")]
    public void Backend_AsAsked_IsWrittenWithoutCredentials(string asked, string kind, string expected)
    {
        var configuration = Synthesize($"{Sites}\nterraform: {{ backend: {{ {asked} }} }}\n");

        Assert.Equal(expected, configuration.Json["terraform"]!["backend"]![kind]!.ToJsonString());
    }

    [Fact]
    public void Backend_Cloud_NamesItsWorkspace()
    {
        var configuration = Synthesize(Sites + "\nterraform: { backend: { cloud: { organization: o, workspace: w } } }\n");

        Assert.Equal("""{"organization":"o","workspaces":{"name":"w"}}""", configuration.Json["terraform"]!["cloud"]!.ToJsonString());
    }

    private static Configuration Synthesize(string yaml) => new(Synthesis.Synthesize(yaml));
}
