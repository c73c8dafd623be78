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
    ];
}
