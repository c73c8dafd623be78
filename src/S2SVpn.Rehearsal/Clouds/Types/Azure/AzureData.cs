using S2SVpn.Rehearsal.Clouds.Model;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Types.Azure;

/// <summary>What Azure knows without anybody having made it.</summary>
internal static class AzureData
{
    private const string Nobody = "00000000-0000-0000-0000-000000000001";

    public static IEnumerable<CloudData> All { get; } =
    [
        new("azurerm_client_config")
        {
            Answer = (context, client) => client
                .SetIfUnknown("subscription_id", AzureCloud.Subscription(context.Settings))
                .SetIfUnknown("tenant_id", Nobody)
                .SetIfUnknown("client_id", Nobody)
                .SetIfUnknown("object_id", Nobody),
        },
        new("azurerm_subscription")
        {
            Answer = (context, subscription) => subscription
                .SetIfUnknown("id", $"/subscriptions/{AzureCloud.Subscription(context.Settings)}")
                .SetIfUnknown("subscription_id", AzureCloud.Subscription(context.Settings))
                .SetIfUnknown("display_name", "Simulated")
                .SetIfUnknown("state", "Enabled")
                .SetIfUnknown("tenant_id", Nobody),
        },
        new("azurerm_key_vault_secret")
        {
            Answer = (context, secret) => secret.SetIfUnknown("value", $"simulated.{context.Hash(22, "key")}"),
        },
        new("azurerm_public_ip")
        {
            Answer = (context, address) => address
                .SetIfUnknown("ip_address", context.ExistingPublicAddress())
                .SetIfUnknown("allocation_method", "Static")
                .SetIfUnknown("sku", "Standard"),
        },
        new("azurerm_virtual_network_gateway")
        {
            // What it has for BGP only its owner knows.
            Answer = (context, gateway) => gateway
                .SetIfUnknown("type", "Vpn")
                .SetIfUnknown("vpn_type", "RouteBased")
                .SetIfUnknown("active_active", true)
                .SetIfUnknown("enable_bgp", true)
                .SetIfUnknown("bgp_enabled", true)
                .SetIfUnknown("bgp_settings", ListValue.Empty)
                .SetIfUnknown("ip_configuration", new ListValue([IpConfiguration(gateway, context.Id, 1), IpConfiguration(gateway, context.Id, 2)])),
        },
    ];

    private static Attributes IpConfiguration(Attributes gateway, string id, int number) => new(new Dictionary<string, Value>
    {
        ["id"] = $"{id}/ipConfigurations/{number}",
        ["name"] = $"{number}",
        ["private_ip_address_allocation"] = "Dynamic",
        ["public_ip_address_id"] = $"{id.Split("/virtualNetworkGateways/")[0]}/publicIPAddresses/{gateway.Text("name")}-ip-{number}",
        ["subnet_id"] = "",
    });
}
