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
            Answer = (making, client) => client
                .Settle("subscription_id", AzureCloud.Subscription(making.Settings))
                .Settle("tenant_id", Nobody)
                .Settle("client_id", Nobody)
                .Settle("object_id", Nobody),
        },
        new("azurerm_subscription")
        {
            Answer = (making, subscription) => subscription
                .Settle("id", $"/subscriptions/{AzureCloud.Subscription(making.Settings)}")
                .Settle("subscription_id", AzureCloud.Subscription(making.Settings))
                .Settle("display_name", "Simulated")
                .Settle("state", "Enabled")
                .Settle("tenant_id", Nobody),
        },
        new("azurerm_key_vault_secret")
        {
            Answer = (making, secret) => secret.Settle("value", $"simulated.{making.Hash(22, "key")}"),
        },
        new("azurerm_public_ip")
        {
            Answer = (making, address) => address
                .Settle("ip_address", making.ExistingPublicAddress())
                .Settle("allocation_method", "Static")
                .Settle("sku", "Standard"),
        },
        new("azurerm_virtual_network_gateway")
        {
            // What it has for BGP only its owner knows.
            Answer = (making, gateway) => gateway
                .Settle("type", "Vpn")
                .Settle("vpn_type", "RouteBased")
                .Settle("active_active", true)
                .Settle("enable_bgp", true)
                .Settle("bgp_settings", ListValue.Empty)
                .Settle("ip_configuration", new ListValue([IpConfiguration(gateway, making.Id, 1), IpConfiguration(gateway, making.Id, 2)])),
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
