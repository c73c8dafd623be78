using S2SVpn.Rehearsal.Clouds.Model;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Types.Azure;

/// <summary>Virtual networks and what is in them. What a change replaces is as in github.com/hashicorp/terraform-provider-azurerm, internal/services/network.</summary>
internal static class AzureNetworkTypes
{
    public static IEnumerable<CloudType> All { get; } =
    [
        new("azurerm_resource_group") { ForceNew = ["name", "location"] },
        new("azurerm_virtual_network")
        {
            ForceNew = ["name", "resource_group_name", "location", "edge_zone"],
            Defaults = new Dictionary<string, Value> { ["private_endpoint_vnet_policies"] = "Disabled" },
            Make = (context, network) => network.SetIfUnknown("guid", Guid.Parse(context.Hash(32, "guid")).ToString()),
        },
        new("azurerm_subnet")
        {
            ForceNew = ["name", "resource_group_name", "virtual_network_name"],
            Defaults = new Dictionary<string, Value>
            {
                ["default_outbound_access_enabled"] = true,
                ["private_endpoint_network_policies"] = "Disabled",
                ["private_link_service_network_policies_enabled"] = true,
            },
        },
        new("azurerm_virtual_network_peering")
        {
            ForceNew =
            [
                "name", "resource_group_name", "virtual_network_name", "remote_virtual_network_id", "only_ipv6_peering_enabled",
                "peer_complete_virtual_networks_enabled",
            ],
            Defaults = new Dictionary<string, Value>
            {
                ["allow_forwarded_traffic"] = false,
                ["allow_gateway_transit"] = false,
                ["allow_virtual_network_access"] = true,
                ["peer_complete_virtual_networks_enabled"] = true,
                ["use_remote_gateways"] = false,
            },
        },
        new("azurerm_route_table")
        {
            ForceNew = ["name", "resource_group_name", "location"],
            Defaults = new Dictionary<string, Value> { ["bgp_route_propagation_enabled"] = true },
        },
        new("azurerm_route") { ForceNew = ["name", "resource_group_name", "route_table_name"] },
        new("azurerm_network_security_group") { ForceNew = ["name", "resource_group_name", "location"] },
        new("azurerm_network_security_rule") { ForceNew = ["name", "resource_group_name", "network_security_group_name"] },
        OfSubnet("azurerm_subnet_route_table_association", "route_table_id"),
        OfSubnet("azurerm_subnet_network_security_group_association", "network_security_group_id"),
        new("azurerm_management_lock") { ForceNew = ["name", "scope", "lock_level", "notes"] },
        new("azurerm_public_ip")
        {
            ForceNew = ["name", "resource_group_name", "location", "sku", "sku_tier", "zones", "ip_version", "public_ip_prefix_id", "ip_tags", "edge_zone"],
            Defaults = new Dictionary<string, Value>
            {
                ["ddos_protection_mode"] = "VirtualNetworkInherited",
                ["idle_timeout_in_minutes"] = 4,
                ["ip_version"] = "IPv4",
                ["sku"] = "Standard",
                ["sku_tier"] = "Regional",
            },
            Make = (context, address) => address
                // A dynamic address comes with what uses it.
                .SetIfUnknown("ip_address", address.Text("allocation_method") == "Static" ? context.PublicAddress() : Value.Null)
                .SetIfUnknown("fqdn", address.Text("domain_name_label") is { } label ? $"{label}.{address.Text("location")}.cloudapp.azure.com" : Value.Null),
        },
    ];

    // Only Terraform knows it as a thing of its own; to Azure it is the subnet.
    private static CloudType OfSubnet(string name, string other) => new(name)
    {
        ForceNew = ["subnet_id", other],
        Id = context => context.Planned.Text("subnet_id") ?? context.Hash(8),
    };
}
