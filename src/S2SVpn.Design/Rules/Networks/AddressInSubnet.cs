using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Networks;

public sealed class AddressInSubnet : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X106",
        Level = FindingLevel.Error,
        Title = "A fixed address lies in the machine's subnet",
        Why = "Both clouds refuse to make the machine.",
        Sources = [Source.VpcSubnets, Source.AzureVnetFaq],
        Fix = "Write an address of the subnet, or leave it out and one is chosen.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from machine in MachineView.Of(context)
        where machine is { Address.Value: { } address, Subnet.Cidr: { } cidr } && !cidr.Contains(address)
        select new Violation(
            $"{context.FormatPath(machine.Address.Path)} {machine.Address.Value} is outside "
            + $"{context.FormatPath(machine.Subnet!.Path)} {machine.Subnet.Cidr}",
            machine.Address.Path, machine.Subnet.Path["cidr"]);
}
