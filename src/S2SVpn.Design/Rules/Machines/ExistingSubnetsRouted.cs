using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Machines;

internal sealed class ExistingSubnetsRouted : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X205",
        Level = FindingLevel.Warning,
        Title = "Existing subnets in Azure have routes to the appliance",
        Why = "New subnets get the route table that leads to the appliance. An existing one keeps its own, which another team may look after: without "
            + "routes there its machines reach nothing in AWS.",
        Sources =
        [
            new(
                "learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview#user-defined",
                "Microsoft: user-defined routes to an appliance"),
        ],
        Fix = "After the apply, give the subnet the route table of the output azure_route_table_ids (az network vnet subnet update --ids SUBNET "
            + "--route-table TABLE), or put the same routes into its own. Then accept this.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AzureSites
        where !site.IsManaged
        let own = MachineView.Of(context).Where(machine => machine.Site == site && machine.Probe is null).Select(machine => machine.Subnet?.Name).ToHashSet()
        from subnet in site.Subnets
        where subnet.Layout.Existing is not null && !own.Contains(subnet.Name)
        select new Violation($"{context.FormatPath(subnet.Path)} exists, so that nothing leads its machines to the appliance of {context.FormatPath(site.Path)}", subnet.Path);
}
