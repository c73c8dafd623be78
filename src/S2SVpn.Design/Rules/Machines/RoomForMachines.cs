using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Findings;
using S2SVpn.Design.Layout;

namespace S2SVpn.Design.Rules.Machines;

internal sealed class RoomForMachines : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X139",
        Level = FindingLevel.Error,
        Title = "There is a free address for every machine",
        Why = "A machine without a fixed address gets a free one from its subnet, and all of them are used.",
        Sources = [Source.VpcSubnets, Source.AzureVnetFaq],
        Fix = "Use a larger network for the subnet, or move machines to another subnet.",
    };

    // How many machines an appliance has is X133's.
    internal override IEnumerable<Violation> Check(RuleContext context) =>
        context.Sites.Any(site => site.Appliance is { Count: < 1 or > 2 })
            ? []
            : MachineLayout.Of(context.Request).Where(machine => machine.Address is null).SelectMany(machine => Check(context, machine));

    private static IEnumerable<Violation> Check(RuleContext context, MachinePlace machine)
    {
        IReadOnlyList<SiteView> sites = machine.Cloud == Cloud.Aws ? context.AwsSites : context.AzureSites;
        var subnet = sites.FirstOrDefault(site => site.Name == machine.Site)?.Subnets
            .FirstOrDefault(each => each.Name == machine.Subnet);
        if (subnet?.Cidr is { } cidr)
        {
            yield return new Violation(
                $"{context.FormatPath(machine.Path)} is not set, but {context.FormatPath(subnet.Path)} {cidr} has no free address",
                machine.Path, subnet.Path["cidr"]);
        }
    }
}
