namespace S2SVpn.Design.Catalogue;

/// <summary>Azure's clouds, each with its own logins, subscriptions and addresses (learn.microsoft.com/azure/developer/identity/national-clouds).</summary>
internal static class AzureClouds
{
    /// <summary>The location's cloud, as Terraform calls it; null for the public one.</summary>
    public static string? Of(string location) =>
        location.StartsWith("usgov", StringComparison.Ordinal) || location.StartsWith("usdod", StringComparison.Ordinal) ? "usgovernment"
        : location.StartsWith("china", StringComparison.Ordinal) ? "china"
        : null;

    public static string NameOf(string? cloud) => cloud switch
    {
        "usgovernment" => "Azure Government",
        "china" => "Azure operated by 21Vianet (China)",
        _ => "public Azure",
    };
}
