using System.Text.Json;
using S2SVpn.Rehearsal.Tests.Clouds;

namespace S2SVpn.Rehearsal.Tests.Examples;

/// <summary>What has to hold of any state that joins the two clouds: each end of each tunnel knows the other.</summary>
internal static class Handshake
{
    public static void Check(State state)
    {
        var pairs = Pairs(state);
        Assert.Equal(pairs.Count, pairs.Select(pair => (pair.Vpn.Address, pair.Tunnel)).Distinct().Count());
        Assert.Equal(pairs.Count, pairs.Select(pair => pair.Connection["shared_key"]).Distinct().Count());
        Assert.All(pairs, pair =>
        {
            Assert.Equal(pair.Aws("preshared_key"), pair.Connection["shared_key"]);
            CheckBgp(pair);
            CheckInstance(state, pair);
        });
        Assert.All(Connections(state).Where(connection => AddressOf(state, connection) is not null), connection => CheckMachine(state, connection));
        CheckAppliances(state);
        CheckFilters(state);
    }

    // The machines of an appliance in Azure forward, and the routes of the VNet lead to one of them.
    private static void CheckAppliances(State state)
    {
        var forwarding = Forwarding(state);
        Assert.All(forwarding, card => Assert.Single(state.OfType("azurerm_network_interface_security_group_association"), each => each["network_interface_id"] == card["id"]));
        Assert.All(
            state.OfType("azurerm_route").Where(route => route["next_hop_type"] == "VirtualAppliance"),
            route => Assert.Contains(forwarding, card => card["private_ip_address"] == route["next_hop_in_ip_address"]));
    }

    private static List<StateResource> Forwarding(State state) => [.. state.OfType("azurerm_network_interface").Where(card => card["ip_forwarding_enabled"] == "True")];

    // The machine that has the address forwards, and finds its key where it looks for it.
    private static void CheckMachine(State state, StateResource connection)
    {
        var card = state.ById("aws_network_interface", AddressOf(state, connection)!["network_interface"]);
        Assert.Equal("False", card["source_dest_check"]);
        Assert.Single(state.OfType("aws_instance"), machine => machine["primary_network_interface_id"] == card["id"]);
        Assert.Single(state.OfType("aws_secretsmanager_secret_version"), version => version["secret_string"] == connection["shared_key"]);
    }

    private static IEnumerable<StateResource> Connections(State state) => state.OfType("azurerm_virtual_network_gateway_connection");

    // The elastic address that a connection leads to; null for a tunnel of AWS's own.
    private static StateResource? AddressOf(State state, StateResource connection)
    {
        var peer = state.ById("azurerm_local_network_gateway", connection["local_network_gateway_id"]);
        return state.OfType("aws_eip").FirstOrDefault(address => address["public_ip"] == peer["gateway_address"]);
    }

    private static void CheckBgp(Pair pair)
    {
        var isBgp = pair.Connection["enable_bgp"] == "True";
        Assert.Equal(isBgp, pair.Vpn["static_routes_only"] == "False");
        if (isBgp)
        {
            var bgp = pair.Peer.Block("bgp_settings");
            Assert.Equal(pair.Aws("vgw_inside_address"), bgp.GetProperty("bgp_peering_address").GetString());
            Assert.Equal(pair.Aws("bgp_asn"), bgp.GetProperty("asn").ToString());
        }
    }

    // AWS dials the instance that has its customer gateway's address; with BGP the same instance has the inside address.
    private static void CheckInstance(State state, Pair pair)
    {
        if (state.OfType("azurerm_virtual_network_gateway").FirstOrDefault(gateway => gateway["id"] == pair.Connection["virtual_network_gateway_id"]) is not { } gateway)
        {
            return;
        }

        var customer = state.ById("aws_customer_gateway", pair.Vpn["customer_gateway_id"]);
        var settings = gateway.Block("bgp_settings");
        var instance = Assert.Single(
            settings.GetProperty("peering_addresses").EnumerateArray().ToArray(),
            addresses => Texts(addresses, "tunnel_ip_addresses").Contains(customer["ip_address"]));
        Assert.Equal(customer["bgp_asn"], settings.GetProperty("asn").ToString());
        if (pair.Connection["enable_bgp"] == "True")
        {
            Assert.Contains(pair.Aws("cgw_inside_address"), Texts(instance, "apipa_addresses"));
        }
    }

    // Nothing is open to everybody but the way out to packages, and what the request lets log in.
    private static void CheckFilters(State state)
    {
        Assert.All(state.OfType("aws_vpc_security_group_ingress_rule"), rule => Assert.NotEqual("0.0.0.0/0", rule["cidr_ipv4"]));
        // The machines of an appliance have filters of their own.
        var own = Forwarding(state).Select(card => card.Block("ip_configuration").GetProperty("subnet_id").GetString()).ToHashSet();
        Assert.All(state.OfType("azurerm_subnet").Where(subnet => !own.Contains(subnet["id"])), subnet =>
            Assert.Equal(subnet["name"] != "GatewaySubnet", state.OfType("azurerm_subnet_network_security_group_association").Any(item => item["subnet_id"] == subnet["id"])));
    }

    private static List<Pair> Pairs(State state) =>
    [
        .. Connections(state).Where(connection => AddressOf(state, connection) is null).Select(connection =>
        {
            var peer = state.ById("azurerm_local_network_gateway", connection["local_network_gateway_id"]);
            var (vpn, tunnel) = Assert.Single(
                state.OfType("aws_vpn_connection").SelectMany(vpn => new[] { (vpn, 1), (vpn, 2) }),
                end => end.vpn[$"tunnel{end.Item2}_address"] == peer["gateway_address"]);
            return new Pair(connection, peer, vpn, tunnel);
        }),
    ];

    private static string[] Texts(JsonElement block, string name) => [.. block.GetProperty(name).EnumerateArray().Select(item => item.GetString()!)];

    private sealed record Pair(StateResource Connection, StateResource Peer, StateResource Vpn, int Tunnel)
    {
        public string Aws(string attribute) => Vpn[$"tunnel{Tunnel}_{attribute}"];
    }
}
