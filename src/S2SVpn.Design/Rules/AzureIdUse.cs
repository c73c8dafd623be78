using System.Text.RegularExpressions;
using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules;

/// <summary>A resource id of Azure in the request that the reader takes in any form.</summary>
internal sealed record AzureIdUse(string Id, RequestPath Path, AzureIdKind Kind)
{
    public bool IsGood => Regex.IsMatch(Id, Kind.Pattern);

    public static IEnumerable<AzureIdUse> Of(RuleContext context)
    {
        var monitoring = RequestPath.Root["monitoring"];
        (string? Id, RequestPath Path, AzureIdKind Kind)[] uses =
        [
            .. context.AzureSites.SelectMany(OfSite),
            (context.Request.Monitoring.ActionGroup, monitoring["actionGroup"], AzureIdKind.ActionGroup),
            (context.Request.Monitoring.Diagnostics.Workspace, monitoring.At("diagnostics.workspace"), AzureIdKind.Workspace),
        ];
        return uses.Where(use => use.Id is not null).Select(use => new AzureIdUse(use.Id!, use.Path, use.Kind));
    }

    private static IEnumerable<(string? Id, RequestPath Path, AzureIdKind Kind)> OfSite(AzureView site) =>
    [
        .. site.Site.Network.Subnets.Select(subnet =>
            (subnet.Value.Existing, site.Network["subnets"][subnet.Key]["existing"], AzureIdKind.Subnet)),
        (site.Site.Network.GatewaySubnet.Existing, site.Network["gatewaySubnet"]["existing"], AzureIdKind.Subnet),
        (site.Site.Gateway.Existing, site.Gateway["existing"], AzureIdKind.Gateway),
    ];
}

/// <summary>What a resource id is wanted of.</summary>
/// <param name="What">In words.</param>
/// <param name="Provider">The part of the id that says so, with * for a name.</param>
internal sealed record AzureIdKind(string What, string Provider)
{
    private const string Group = "/subscriptions/*/resourceGroups/*/providers/";

    public static AzureIdKind Subnet { get; } = new("a subnet", "Microsoft.Network/virtualNetworks/*/subnets/*");

    public static AzureIdKind Gateway { get; } = new("a VPN gateway", "Microsoft.Network/virtualNetworkGateways/*");

    public static AzureIdKind ActionGroup { get; } = new("an action group", "Microsoft.Insights/actionGroups/*");

    public static AzureIdKind Workspace { get; } =
        new("a Log Analytics workspace", "Microsoft.OperationalInsights/workspaces/*") { Name = "[A-Za-z0-9][A-Za-z0-9-]{2,61}[A-Za-z0-9]" };

    public string Pattern => $"^{(Group + Provider).Replace(".", "\\.", StringComparison.Ordinal).Replace("*", "[^/]+", StringComparison.Ordinal)}(?<=/{Name})$";

    /// <summary>What its own name looks like.</summary>
    public string Name { get; private init; } = "[^/]+";

    public string Example => (Group + Provider).Replace('*', '…');
}
