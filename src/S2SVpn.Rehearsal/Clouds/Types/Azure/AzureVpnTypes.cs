using S2SVpn.Rehearsal.Clouds.Model;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Types.Azure;

/// <summary>The VPN's resources. What a change replaces is as in github.com/hashicorp/terraform-provider-azurerm, internal/services/network.</summary>
internal static class AzureVpnTypes
{
    private static readonly Dictionary<string, string> BgpNames = new() { ["bgp_enabled"] = "enable_bgp" };

    public static IEnumerable<CloudType> All { get; } =
    [
        new("azurerm_local_network_gateway") { ForceNew = ["name", "resource_group_name", "location"] },
        new("azurerm_virtual_network_gateway")
        {
            ForceNew =
            [
                "name", "resource_group_name", "location", "edge_zone", "type", "vpn_type", "generation", "ip_configuration",
                "private_ip_address_enabled",
            ],
            ComputedBlocks = ["bgp_settings", "bgp_settings.peering_addresses"],
            Defaults = new Dictionary<string, Value>
            {
                ["bgp_route_translation_for_nat_enabled"] = false,
                ["ip_configuration.name"] = "vnetGatewayConfig",
                ["ip_configuration.private_ip_address_allocation"] = "Dynamic",
                ["ip_sec_replay_protection_enabled"] = true,
                ["remote_vnet_traffic_enabled"] = false,
                ["virtual_wan_traffic_enabled"] = false,
                ["vpn_type"] = "RouteBased",
            },
            NewNames = BgpNames,
            Make = AzureGatewayValues.Make,
        },
        new("azurerm_virtual_network_gateway_nat_rule")
        {
            ForceNew = ["name", "resource_group_name", "virtual_network_gateway_id", "mode", "type"],
            Defaults = new Dictionary<string, Value> { ["mode"] = "EgressSnat", ["type"] = "Static" },
            Id = context => $"{context.Planned.Text("virtual_network_gateway_id")}/natRules/{context.Planned.Text("name")}",
        },
        new("azurerm_virtual_network_gateway_connection")
        {
            Sensitive = ["shared_key", "authorization_key"],
            ForceNew =
            [
                "name", "resource_group_name", "location", "type", "virtual_network_gateway_id", "express_route_circuit_id",
                "peer_virtual_network_gateway_id", "connection_mode", "connection_protocol", "dpd_timeout_seconds",
                "local_azure_ip_address_enabled",
            ],
            Defaults = new Dictionary<string, Value> { ["connection_mode"] = "Default", ["private_link_fast_path_enabled"] = false },
            NewNames = BgpNames,
            Make = (context, connection) => connection
                .SetIfUnknown("connection_protocol", "IKEv2")
                .SetIfUnknown("shared_key", $"simulated.{context.Hash(22, "key")}")
                .With("ipsec_policy", new ListValue([.. connection.Blocks("ipsec_policy").Select(policy => policy
                    .SetIfUnknown("sa_datasize", 102_400_000)
                    .SetIfUnknown("sa_lifetime", 27_000))])),
        },
    ];
}
