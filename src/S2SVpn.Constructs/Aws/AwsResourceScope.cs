namespace S2SVpn.Constructs.Aws;

/// <summary>Where the resources of a site are made.</summary>
/// <param name="Provider">The provider of the site; null for the default one.</param>
/// <param name="Region">The region, where it is not that of the provider.</param>
internal sealed record AwsResourceScope(TerraformProvider? Provider, string? Region);
