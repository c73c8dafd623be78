using System.Text.RegularExpressions;
using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules;

/// <summary>A resource id of Azure in the request that the reader takes in any form.</summary>
internal sealed record AzureIdUse(string Id, RequestPath Path, AzureIdKind Kind)
{
    public bool IsGood => Kind.Fits(Id);

    /// <summary>What to write instead.</summary>
    public string Fix => Kind.Spelled(Id) is var spelled && Kind.Fits(spelled)
        ? $"Ids are case-sensitive: write {spelled}."
        : Kind.FitsButForSubscription(Id)
        ? $"Write the subscription's id, a GUID, in place of {Id.Split('/')[2]} ('az account show --query id')."
        : $"Write an id such as {Kind.Example}.";

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
    private const string AnyName = "[^/]+";

    private const string Group = "/subscriptions/*/resourceGroups/*/providers/";

    private static readonly Regex InSubscription = new($"^/subscriptions/{AzureSite.SubscriptionId}/");

    public static AzureIdKind Subnet { get; } = new("a subnet", "Microsoft.Network/virtualNetworks/*/subnets/*");

    public static AzureIdKind Gateway { get; } = new("a VPN gateway", "Microsoft.Network/virtualNetworkGateways/*");

    public static AzureIdKind ActionGroup { get; } = new("an action group", "Microsoft.Insights/actionGroups/*");

    public static AzureIdKind Workspace { get; } =
        new("a Log Analytics workspace", "Microsoft.OperationalInsights/workspaces/*") { Name = "[A-Za-z0-9][A-Za-z0-9-]{2,61}[A-Za-z0-9]" };

    /// <summary>What its own name looks like.</summary>
    public string Name { get; private init; } = AnyName;

    public string Example => (Group + Provider).Replace('*', '…');

    private string Pattern => $"^{(Group + Provider).Replace(".", "\\.", StringComparison.Ordinal).Replace("*", AnyName, StringComparison.Ordinal)}(?<=/{Name})$";

    public bool Fits(string id) => FitsButForSubscription(id) && InSubscription.IsMatch(id);

    public bool FitsButForSubscription(string id) => Regex.IsMatch(id, Pattern);

    /// <summary>The id with the words that every such id has in their own capitals.</summary>
    public string Spelled(string id) => id.Split('/') is var parts && (Group + Provider).Split('/') is var words && parts.Length == words.Length
        ? string.Join('/', parts.Zip(words, (part, word) => word == "*" ? part : string.Equals(part, word, StringComparison.OrdinalIgnoreCase) ? word : part))
        : id;
}
