using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Azure;

public sealed class KeptSubnetNames : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ120",
        Level = FindingLevel.Error,
        Title = "A new subnet has none of the names that Azure keeps for a service",
        Why = "A subnet of such a name is the service's own: it has its own size, and Azure refuses a network security "
            + "group or routes of ours on it, and machines in it.",
        Sources =
        [
            new("learn.microsoft.com/azure/firewall/firewall-faq", "Microsoft: AzureFirewallSubnet"),
            new("learn.microsoft.com/azure/bastion/configuration-settings#subnet", "Microsoft: AzureBastionSubnet"),
            new("learn.microsoft.com/azure/route-server/quickstart-create-route-server-portal", "Microsoft: RouteServerSubnet"),
        ],
        Fix = "Give the subnet another name. Make the service and its subnet beside this request; they can share the VNet.",
    };

    // GatewaySubnet has a field and a rule of its own.
    private static readonly Dictionary<string, string> Kept = new(StringComparer.OrdinalIgnoreCase)
    {
        ["AzureFirewallSubnet"] = "Azure Firewall",
        ["AzureFirewallManagementSubnet"] = "Azure Firewall",
        ["AzureBastionSubnet"] = "Azure Bastion",
        ["RouteServerSubnet"] = "Azure Route Server",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AzureSites
        from subnet in site.Site.Network.Subnets
        where subnet.Value.Existing is null && Kept.ContainsKey(subnet.Key)
        let path = site.Network["subnets"][subnet.Key]
        select new Violation($"{context.FormatPath(path)} has a name that is kept for {Kept[subnet.Key]}", path);
}
