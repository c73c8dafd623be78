using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Layout;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Planning;

/// <summary>Plans the Terraform configurations and where each keeps its state.</summary>
internal static class StackPlanner
{
    private const string StateFile = ".tfstate";

    /// <param name="request">The request.</param>
    /// <param name="parts">What its stacks make.</param>
    public static TerraformPlan Plan(VpnRequest request, StackParts parts)
    {
        var settings = request.Terraform;
        return new TerraformPlan
        {
            Versions = Versions(settings),
            Timeouts = settings.Timeouts,
            Protect = settings.Protect,
            AzureEnvironment = request.Azure.Select(site => AzureClouds.Of(site.Value.Location)).FirstOrDefault(),
            Stacks = parts.Of(settings.Stacks).Select(part => part with { Backend = Filled(settings.Backend, part.Name, part.Suffix) }).ToValueList(),
        };
    }

    // The rules let no range through that was written and lets an older Terraform in: this is the one that was left out.
    private static TerraformVersions Versions(TerraformSettings settings) =>
        settings.Backend.S3 is { LockFile: true } && !VersionRange.KnowsLockFile(settings.Versions.Terraform)
            ? settings.Versions with { Terraform = ">= 1.10" }
            : settings.Versions;

    private static Backend Filled(Backend backend, string stack, string? suffix) => backend switch
    {
        { S3: { } s3 } => new Backend { S3 = s3 with { Key = Suffixed(s3.Key, suffix) } },
        { Azurerm: { } azurerm } => new Backend { Azurerm = azurerm with { Key = Suffixed(azurerm.Key, suffix) } },
        { Cloud: { } cloud } => new Backend { Cloud = cloud with { Workspace = Names.Join(cloud.Workspace, suffix) } },
        { Http: { } http } => new Backend
        {
            Http = http with
            {
                Address = Below(http.Address, suffix)!,
                LockAddress = Below(http.LockAddress, suffix),
                UnlockAddress = Below(http.UnlockAddress, suffix),
            },
        },
        { Pg: { } pg } => new Backend { Pg = pg with { Schema = suffix is null ? pg.Schema : $"{pg.Schema}_{suffix.Replace('-', '_')}" } },
        { Local.Path: { } path } => new Backend { Local = new LocalBackend { Path = Suffixed(path, suffix) } },
        _ => new Backend { Local = new LocalBackend { Path = $"terraform.{stack}{StateFile}" } },
    };

    // In front of the ending that a file of state usually has.
    private static string Suffixed(string key, string? suffix) => key.EndsWith(StateFile, StringComparison.Ordinal)
        ? $"{Names.Join(key[..^StateFile.Length], suffix)}{StateFile}"
        : Names.Join(key, suffix);

    private static string? Below(string? address, string? suffix) =>
        address is null || suffix is null ? address : $"{address.TrimEnd('/')}/{suffix}";
}
