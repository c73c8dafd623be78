namespace S2SVpn.Constructs.Azure;

/// <summary>Where the resources of a site are made, and what each of them carries.</summary>
/// <param name="ResourceGroup">The name of the resource group, as a reference.</param>
/// <param name="Location">Its location, as a reference.</param>
/// <param name="Tags">On every resource that takes tags; azurerm has no default tags.</param>
/// <param name="Provider">The provider of the site; null for the default one.</param>
internal sealed record AzureResourceScope(string ResourceGroup, string Location, Dictionary<string, string> Tags, TerraformProvider? Provider)
{
    /// <summary>The id of a resource group that is made here, for what goes with it and has no location of its own.</summary>
    public IReadOnlyList<string> NewGroup { get; init; } = [];
}
