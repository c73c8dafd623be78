using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Machines;

internal sealed class OwnSubnetOfAzureAppliance : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X199",
        Level = FindingLevel.Error,
        Title = "An appliance in Azure has a subnet of its own",
        Why = "The route table that leads to the appliance is on every other subnet. On its own subnet it would lead what the appliance "
            + "forwards back to the appliance.",
        Sources =
        [
            new(
                "learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview#user-defined",
                "Microsoft: user-defined routes to an appliance"),
        ],
        Fix = "Write a subnet for the appliance alone (appliance.subnet), and put the machines into another one.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AzureSites
        where !site.IsManaged
        let own = MachineView.Of(context).Where(machine => machine.Site == site && machine.Probe is null).Select(machine => machine.Subnet?.Name).OfType<string>().Distinct().ToList()
        from violation in Shared(context, site, own).Concat(Only(context, site, own))
        select violation;

    private static IEnumerable<Violation> Shared(RuleContext context, AzureView site, List<string> own) =>
        from machine in MachineView.Of(context)
        where machine.Site == site && machine.Probe is not null && machine.Subnet is { } subnet && own.Contains(subnet.Name)
        select new Violation(
            $"{context.FormatPath(machine.Path)} is in the subnet {machine.Subnet!.Name}, where the appliance of {context.FormatPath(site.Path)} is",
            machine.SubnetName.Path, machine.Path, site.Gateway["appliance"]);

    private static IEnumerable<Violation> Only(RuleContext context, AzureView site, List<string> own)
    {
        // An existing VNet may have others that the request does not name.
        if (!site.NetworkExists && site.Subnets.Count > 0 && site.Subnets.All(subnet => own.Contains(subnet.Name)))
        {
            yield return new Violation($"{context.FormatPath(site.Path)} has no subnet beside that of the appliance", site.Network["subnets"], site.Network);
        }
    }
}
