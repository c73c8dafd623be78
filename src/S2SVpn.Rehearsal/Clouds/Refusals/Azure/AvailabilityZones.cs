namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>
/// Which locations have availability zones (learn.microsoft.com/azure/reliability/regions-list, the column "Availability zone
/// support", November 2026). The list is the simulated cloud's own: what checks the rules must not read their tables.
/// </summary>
internal static class AzureZones
{
    private static readonly HashSet<string> Without = new(StringComparer.OrdinalIgnoreCase)
    {
        // The Americas
        "brazilsoutheast", "canadaeast", "northcentralus", "usgovarizona", "usgovtexas", "westcentralus", "westus",
        // Europe, the Middle East and Africa
        "francesouth", "germanynorth", "norwaywest", "southafricawest", "swedensouth", "switzerlandwest", "uaecentral", "ukwest",
        // Asia and the Pacific
        "australiacentral", "australiacentral2", "australiasoutheast", "chinaeast", "chinaeast2", "chinanorth", "chinanorth2", "jioindiacentral",
        "jioindiawest", "koreasouth", "southindia", "westindia",
    };

    /// <summary>A location that the list does not have is assumed to have zones.</summary>
    public static bool In(string? location) => !Without.Contains(location ?? "");
}

/// <summary>A location without zones takes no address with zones.</summary>
public sealed class LocationWithoutZones : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "LocationNotSupportAvailabilityZones",
        When = RefusalTime.Write,
        Types = ["azurerm_public_ip"],
        Source = "github.com/Azure/Azure-Landing-Zones/issues/425",
    };

    internal override string? Why(RefusalContext context)
    {
        var location = context.Values.Text("location") ?? "";
        return context.Values.Texts("zones").Any() && !AzureZones.In(location)
            ? $"The resource 'Microsoft.Network/publicIPAddresses/{context.Values.Text("name")}' does not support availability zones at location '{location}'."
            : null;
    }
}
