using System.Text.Json.Nodes;

namespace S2SVpn.Rehearsal.Tests.Lab;

/// <summary>Faults with which every tunnel comes up.</summary>
internal static class LabWeaknesses
{
    private const string Aws = "aws_vpn_connection";
    private const string Connection = "azurerm_virtual_network_gateway_connection";
    private const string Peer = "azurerm_local_network_gateway";
    private const string Rule = "azurerm_network_security_rule";

    public static IReadOnlyList<LabFault> All { get; } =
    [
        new("one key for both tunnels of a connection", state => Keyed(state, "connection-1", 2, "connection-1-2", KeyOf(state)),
            "tunnels", ["1.1", "1.2"], "of the same AWS connection has the same pre-shared key", "links[0].keys"),
        new("one key for tunnels of two connections", state => Keyed(state, "connection-2", 1, "connection-2-1", KeyOf(state)),
            "tunnels", ["1.1", "2.1"], "Tunnel 1.1 has the same pre-shared key", "Tunnel 2.1 has the same pre-shared key"),
        new("a key that is too short", state => Keyed(state, "connection-1", 1, "connection-1-1", "shortKey1"),
            "tunnels", ["1.1"], "has 9 characters in place of 32", "links[0].keys.length"),
        new("a key of one character", state => Keyed(state, "connection-1", 1, "connection-1-1", new string('a', 32)),
            "tunnels", ["1.1"], "has only 1 different characters", "links[0].keys"),
        new("public addresses in one zone", OneZone,
            "tunnels", ["1.1", "1.2", "2.1", "2.2"], "is in zone 1 in place of zones 1, 2, 3", "azure.azure.gateway.zones"),
        new("keys renewed after a megabyte", state => state.Set(Connection, "connection-1-1", "ipsec_policy", "sa_datasize", 1024),
            "rekeying", ["1.1"], "after each 1024 KB in place of 102400000", "links[0].crypto.esp.azureDataSize"),
        new("a network of AWS in the local network gateway beside BGP", state => state.Set(Peer, "connection-1-1", "address_space", new JsonArray("10.2.0.0/24")),
            "routes", ["1.1 to Azure"], "has 10.2.0.0/24 in its address_space beside BGP"),
        new("nothing within the VNet", state => state.Remove(Rule, "within-the-site-in"),
            "filters", ["10.1.0.10 in"], "'nothing-else-in' of", "denies packets from machines of the same subnet"),
        new("no health probes", state => state.Remove(Rule, "health-probes-in"),
            "filters", ["10.1.0.10 in"], "'nothing-else-in' of", "denies health probes of Azure's load balancers"),
        // A route of a peering wins, whether it is longer or shorter than the gateway's.
        .. new[] { "10.2.0.0/25", "10.2.0.0/15" }.Select(network => new LabFault($"a peered VNet of {network}", state => Peered(state, network, back: true),
            "machines", ["10.1.0.10", "10.2.0.10"], $"azurerm_virtual_network_peering.to-legacy sends {network} from subnet 'app' to the peered VNet azurerm_virtual_network.legacy")),
    ];

    public static StateEdits Peered(StateEdits state, string network, bool back)
    {
        var vnet = state["azurerm_virtual_network"];
        var (name, id, group) = (vnet["name"]!.GetValue<string>(), vnet["id"]!.GetValue<string>(), vnet["resource_group_name"]!.GetValue<string>());
        JsonObject From(string from, string to) => new() { ["id"] = $"/{from}", ["virtual_network_name"] = from, ["resource_group_name"] = group, ["remote_virtual_network_id"] = to };
        state.Add("azurerm_virtual_network", "legacy", new JsonObject { ["id"] = "/legacy", ["name"] = "legacy", ["resource_group_name"] = group, ["address_space"] = new JsonArray(network) });
        state.Add("azurerm_virtual_network_peering", "to-legacy", From(name, "/legacy"));
        return back ? state.Add("azurerm_virtual_network_peering", "from-legacy", From("legacy", id)) : state;
    }

    private static string KeyOf(StateEdits state) => state[Aws, "connection-1"]["tunnel1_preshared_key"]!.GetValue<string>();

    private static void Keyed(StateEdits state, string aws, int number, string azure, string key) =>
        state.Set(Aws, aws, $"tunnel{number}_preshared_key", key).Set(Connection, azure, "shared_key", key);

    private static void OneZone(StateEdits state)
    {
        foreach (var address in state.All("azurerm_public_ip"))
        {
            address["zones"] = new JsonArray("1");
        }
    }
}
