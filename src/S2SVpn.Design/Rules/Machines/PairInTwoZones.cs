using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Machines;

internal sealed class PairInTwoZones : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X195",
        Level = FindingLevel.Warning,
        Title = "The machines of a pair in AWS are in two zones",
        Why = "A subnet is in one zone: with the zone both machines are lost, and with them every tunnel.",
        Sources = [Source.VpcSubnets],
        Fix = "Write appliance.subnets with two subnets of different zones.",
    };

    // In Azure a subnet is in all zones, and the machines get one each.
    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AwsSites
        where site.Machines == 2
        let machines = MachineView.Of(context).Where(machine => machine.Site == site && machine.Probe is null).ToList()
        where machines is [{ Subnet: not null }, { Subnet: not null }]
        let places = machines.Select(machine => machine.Subnet!).ToList()
        where places[0].Name == places[1].Name || (places[0].Layout.Zone is { } zone && zone == places[1].Layout.Zone)
        let path = site.Gateway["appliance"]["subnets"]
        select new Violation(
            places[0].Name == places[1].Name
                ? $"The machines of {context.FormatPath(site.Gateway["appliance"])} stand in the subnet {places[0].Name}, which is in one zone"
                : $"{context.FormatPath(path)} {places[0].Name} and {places[1].Name} are both in the zone {places[0].Layout.Zone}",
            path, site.Gateway["appliance"]["count"]);
}
