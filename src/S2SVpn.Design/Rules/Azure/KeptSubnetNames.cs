using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class KeptSubnetNames : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ120",
        Level = FindingLevel.Error,
        Title = "A new subnet, or one with a machine, has no name that Azure reserves for a service",
        Why = "A subnet with such a name belongs to the service: it has its own size, and Azure rejects a network security "
            + "group or routes on it and machines in it.",
        Sources =
        [
            new("learn.microsoft.com/azure/firewall/firewall-faq", "Microsoft: AzureFirewallSubnet"),
            new("learn.microsoft.com/azure/bastion/configuration-settings#subnet", "Microsoft: AzureBastionSubnet"),
            new("learn.microsoft.com/azure/route-server/quickstart-create-route-server-portal", "Microsoft: RouteServerSubnet"),
        ],
        Fix = "Rename the subnet. Create the service and its subnet outside this request; they can share the VNet.",
    };

    // GatewaySubnet has a field and a rule of its own.
    private static readonly Dictionary<string, string> Kept = new(StringComparer.OrdinalIgnoreCase)
    {
        ["AzureFirewallSubnet"] = "Azure Firewall",
        ["AzureFirewallManagementSubnet"] = "Azure Firewall",
        ["AzureBastionSubnet"] = "Azure Bastion",
        ["RouteServerSubnet"] = "Azure Route Server",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) => New(context).Concat(OfMachines(context));

    private static IEnumerable<Violation> OfMachines(RuleContext context) =>
        from machine in MachineView.Of(context)
        where machine is { Site: AzureView, Subnet: not null }
        let site = (AzureView)machine.Site!
        let id = site.Site.Network.Subnets.GetValueOrDefault(machine.Subnet!.Name)?.Existing
        where id is not null && Kept.ContainsKey(id.Split('/')[^1])
        let path = site.Network["subnets"][machine.Subnet!.Name]["existing"]
        select new Violation($"{context.FormatPath(machine.Path)} is in {context.FormatPath(path)}, which Azure reserves for {Kept[id.Split('/')[^1]]}", machine.Path, path)
        {
            Fix = "Put the machine into another subnet.",
        };

    private static IEnumerable<Violation> New(RuleContext context) =>
        from site in context.AzureSites
        from subnet in site.Site.Network.Subnets
        where subnet.Value.Existing is null && Kept.ContainsKey(subnet.Key)
        let path = site.Network["subnets"][subnet.Key]
        select new Violation($"{context.FormatPath(path)} has a name that Azure reserves for {Kept[subnet.Key]}", path);
}
