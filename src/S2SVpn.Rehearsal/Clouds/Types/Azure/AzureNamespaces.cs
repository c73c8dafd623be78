namespace S2SVpn.Rehearsal.Clouds.Types.Azure;

/// <summary>Which part of Azure makes a type (learn.microsoft.com/azure/azure-resource-manager/management/azure-services-resource-providers).</summary>
internal static class AzureNamespaces
{
    private static readonly (string Begin, string Namespace)[] Begins =
    [
        ("key_vault", "Microsoft.KeyVault"),
        ("linux_virtual_machine", "Microsoft.Compute"),
        ("log_analytics", "Microsoft.OperationalInsights"),
        ("management_lock", "Microsoft.Authorization"),
        ("monitor", "Microsoft.Insights"),
        ("role", "Microsoft.Authorization"),
        ("storage", "Microsoft.Storage"),
        ("user_assigned_identity", "Microsoft.ManagedIdentity"),
    ];

    public static string Of(string type) =>
        Begins.Where(entry => type.StartsWith(entry.Begin, StringComparison.Ordinal)).Select(entry => entry.Namespace).FirstOrDefault() ?? "Microsoft.Network";
}
