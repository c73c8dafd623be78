using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Networks;

internal sealed class AddressInSubnet : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X106",
        Level = FindingLevel.Error,
        Title = "A fixed address is in the machine's subnet",
        Why = "Both clouds reject the machine.",
        Sources = [Source.VpcSubnets, Source.AzureVnetFaq],
        Fix = "Use an address of the subnet, or leave it out to have one chosen.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from machine in MachineView.Of(context)
        where machine is { Address.Value: { } address, Subnet.Cidr: { } cidr } && !cidr.Contains(address)
        select new Violation(
            $"{context.FormatPath(machine.Address.Path)} {machine.Address.Value} is outside "
            + $"{context.FormatPath(machine.Subnet!.Path)} {machine.Subnet.Cidr}",
            machine.Address.Path, machine.Subnet.Path["cidr"]);
}
