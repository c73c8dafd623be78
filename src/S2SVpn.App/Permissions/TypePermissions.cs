namespace S2SVpn.App.Permissions;

/// <summary>What Terraform has to be allowed for one type.</summary>
/// <param name="Type">The type, with "data." before a data source.</param>
/// <param name="Read">What refreshing and planning it asks of the cloud.</param>
/// <param name="Write">What creating, changing and deleting it asks beside.</param>
/// <param name="Source">The file of the provider that makes these calls.</param>
internal sealed record TypePermissions(string Type, IReadOnlyList<string> Read, IReadOnlyList<string> Write, string Source)
{
    public bool IsAws => Type.Replace("data.", "", StringComparison.Ordinal).StartsWith("aws_", StringComparison.Ordinal);

    public bool IsAzure => Type.Replace("data.", "", StringComparison.Ordinal).StartsWith("azurerm_", StringComparison.Ordinal);
}
