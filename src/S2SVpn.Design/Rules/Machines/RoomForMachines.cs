using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Findings;
using S2SVpn.Design.Layout;

namespace S2SVpn.Design.Rules.Machines;

public sealed class RoomForMachines : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X139",
        Level = FindingLevel.Error,
        Title = "There is a free address for every machine",
        Why = "A machine without an address of its own gets one of its subnet's, and all of them are taken.",
        Sources = [Source.VpcSubnets, Source.AzureVnetFaq],
        Fix = "Give the subnet a larger network, or put machines into another one.",
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
                $"{context.FormatPath(machine.Path)} is left out, and {context.FormatPath(subnet.Path)} {cidr} has no free address",
                machine.Path, subnet.Path["cidr"]);
        }
    }
}
