using System.Text.Json;
using S2SVpn.Design.Network;

namespace S2SVpn.Rehearsal.Tests.Clouds;

/// <summary>What the state tells after an apply: each end of each tunnel knows the other.</summary>
public sealed class StarterStateTests(DeployedStarter starter) : IClassFixture<DeployedStarter>
{
    /// <summary>One Azure connection, and the AWS tunnel that its peer has the address of.</summary>
    private sealed record Pair(StateResource Connection, StateResource Peer, StateResource Gateway, StateResource Vpn, int Tunnel)
    {
        public string Aws(string attribute) => Vpn[$"tunnel{Tunnel}_{attribute}"];
    }

    [Fact]
    public async Task State_OfEachConnection_LeadsToATunnelOfItsOwn()
    {
        var pairs = await PairsAsync();

        Assert.Equal(4, pairs.Count);
        Assert.Equal(4, pairs.Select(pair => (pair.Vpn.Address, pair.Tunnel)).Distinct().Count());
    }

    [Fact]
    public async Task State_OfEachPeer_HasTheTunnelsBgpAddressAndAsn() => Assert.All(await PairsAsync(), pair =>
    {
        var bgp = pair.Peer.Block("bgp_settings");

        Assert.Equal(pair.Aws("vgw_inside_address"), Text(bgp, "bgp_peering_address"));
        Assert.Equal(pair.Aws("bgp_asn"), bgp.GetProperty("asn").ToString());
    });

    [Fact]
    public async Task State_OfEachConnection_HasTheTunnelsKeyAndNoOther()
    {
        var pairs = await PairsAsync();

        Assert.All(pairs, pair => Assert.Equal(pair.Aws("preshared_key"), pair.Connection["shared_key"]));
        Assert.Equal(4, pairs.Select(pair => pair.Connection["shared_key"]).Distinct().Count());
        Assert.All(pairs, pair => Assert.Matches("^[A-Za-z]{32}$", pair.Connection["shared_key"]));
    }

    [Fact]
    public async Task State_OfEachTunnel_EndsAtTheAzureInstanceThatHasItsInsideAddress()
    {
        var state = await starter.StateAsync();
        Assert.All(await PairsAsync(), pair =>
        {
            var customer = state.ById("aws_customer_gateway", pair.Vpn["customer_gateway_id"]);
            var instance = Assert.Single(
                pair.Gateway.Block("bgp_settings").GetProperty("peering_addresses").EnumerateArray().ToArray(),
                addresses => Texts(addresses, "apipa_addresses").Contains(pair.Aws("cgw_inside_address")));

            Assert.Equal([customer["ip_address"]], Texts(instance, "tunnel_ip_addresses"));
            Assert.Equal(customer["bgp_asn"], pair.Gateway.Block("bgp_settings").GetProperty("asn").ToString());
            var custom = pair.Connection.Block("custom_bgp_addresses");
            Assert.Contains(pair.Aws("cgw_inside_address"), new[] { Text(custom, "primary"), Text(custom, "secondary") });
        });
    }

    [Fact]
    public async Task State_OfTheGateway_HasTwoAddressesInItsSubnetAndBothPublicOnes()
    {
        var state = await starter.StateAsync();
        var instances = Assert.Single(state.OfType("azurerm_virtual_network_gateway")).Block("bgp_settings").GetProperty("peering_addresses").EnumerateArray().ToArray();
        var subnet = Cidr.Parse(Texts(Assert.Single(state.OfType("azurerm_subnet"), subnet => subnet["name"] == "GatewaySubnet").Values, "address_prefixes")[0]);

        Assert.Equal(
            state.OfType("azurerm_public_ip").Select(address => address["ip_address"]).Order(),
            instances.SelectMany(instance => Texts(instance, "tunnel_ip_addresses")).Order());
        var inside = instances.SelectMany(instance => Texts(instance, "default_addresses")).ToArray();
        Assert.Equal(2, inside.Distinct().Count());
        Assert.All(inside, address => Assert.True(subnet.Contains(Ipv4.Parse(address))));
    }

    [Fact]
    public async Task State_OfTheVpc_SendsItsSubnetsToTheGateway()
    {
        var state = await starter.StateAsync();
        var association = Assert.Single(state.OfType("aws_route_table_association"));
        var propagation = Assert.Single(state.OfType("aws_vpn_gateway_route_propagation"));

        Assert.Equal(association["route_table_id"], propagation["route_table_id"]);
        Assert.Equal(Assert.Single(state.OfType("aws_subnet"))["id"], association["subnet_id"]);
        Assert.All(state.OfType("aws_vpn_connection"), vpn => Assert.Equal(propagation["vpn_gateway_id"], vpn["vpn_gateway_id"]));
    }

    [Fact]
    public async Task State_HasNothingThatCouldBeTakenForReal()
    {
        var state = await starter.StateAsync();
        var outside = state.OfType("azurerm_public_ip").Select(address => address["ip_address"])
            .Concat(state.OfType("aws_vpn_connection").SelectMany(vpn => new[] { vpn["tunnel1_address"], vpn["tunnel2_address"] }))
            .ToArray();

        Assert.Equal(6, outside.Distinct().Count());
        Assert.All(outside, address => Assert.True(Cidr.Parse("198.18.0.0/15").Contains(Ipv4.Parse(address))));
        Assert.All(state.OfType("azurerm_subnet"), subnet => Assert.StartsWith("/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/shop-dev-rg/providers/Microsoft.Network/virtualNetworks/shop-dev-vnet/subnets/", subnet["id"]));
        Assert.All(state.OfType("aws_vpc"), vpc => Assert.Matches("^arn:aws:ec2:eu-central-1:000000000000:vpc/vpc-0[0-9a-f]{16}$", vpc["arn"]));
        Assert.All(state.OfType("aws_vpc"), vpc => Assert.Equal("shop", vpc.Values.GetProperty("tags_all").GetProperty("vpn").GetString()));
    }

    private async Task<List<Pair>> PairsAsync()
    {
        var state = await starter.StateAsync();
        return
        [
            .. state.OfType("azurerm_virtual_network_gateway_connection").Select(connection =>
            {
                var peer = state.ById("azurerm_local_network_gateway", connection["local_network_gateway_id"]);
                var gateway = state.ById("azurerm_virtual_network_gateway", connection["virtual_network_gateway_id"]);
                var (vpn, tunnel) = Assert.Single(
                    state.OfType("aws_vpn_connection").SelectMany(vpn => new[] { (vpn, 1), (vpn, 2) }),
                    end => end.vpn[$"tunnel{end.Item2}_address"] == peer["gateway_address"]);
                return new Pair(connection, peer, gateway, vpn, tunnel);
            }),
        ];
    }

    private static string? Text(JsonElement block, string name) => block.GetProperty(name).GetString();

    private static string[] Texts(JsonElement block, string name) => [.. block.GetProperty(name).EnumerateArray().Select(item => item.GetString()!)];
}
