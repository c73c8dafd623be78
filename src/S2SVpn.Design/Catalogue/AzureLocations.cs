namespace S2SVpn.Design.Catalogue;

/// <summary>What is known of Azure's locations.</summary>
internal static class AzureLocations
{
    // As of November 2026 (learn.microsoft.com/azure/reliability/regions-list). Locations get zones now and then.
    private static readonly HashSet<string> WithoutZones =
    [
        "australiacentral", "australiacentral2", "australiasoutheast", "brazilsoutheast", "canadaeast", "chinaeast",
        "chinaeast2", "chinanorth", "chinanorth2", "francesouth", "germanynorth", "jioindiacentral", "jioindiawest",
        "koreasouth", "northcentralus", "norwaywest", "southafricawest", "southindia", "swedensouth", "switzerlandwest",
        "uaecentral", "ukwest", "usgovarizona", "usgovtexas", "westcentralus", "westindia", "westus",
    ];

    /// <summary>Whether the location has availability zones; one that is not known is assumed to have them.</summary>
    public static bool HasZones(string location) => !WithoutZones.Contains(location);
}
