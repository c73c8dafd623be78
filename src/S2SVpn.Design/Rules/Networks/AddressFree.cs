using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Networks;

internal sealed class AddressFree : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X107",
        Level = FindingLevel.Error,
        Title = "A fixed address is not one that the cloud reserves",
        Why = "In every subnet AWS and Azure reserve the first four addresses and the last one.",
        Sources = [Source.VpcSubnets, Source.AzureVnetFaq],
        Fix = "Write the fifth address of the subnet or a later one, or leave it out to have one chosen.",
    };

    private const int First = 4;

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from machine in MachineView.Of(context)
        where machine is { Address.Value: { } address, Subnet.Cidr: { } cidr } && cidr.Contains(address)
            && (address.Value - cidr.First.Value < First || address == cidr.Last)
        let subnet = machine.Subnet!.Cidr
        select new Violation(
            $"{context.FormatPath(machine.Address.Path)} {machine.Address.Value} is one of the five that {machine.Site!.Cloud} reserves "
            + $"in {context.FormatPath(machine.Subnet!.Path)} {subnet}",
            machine.Address.Path)
        {
            Fix = $"Write an address from {subnet.Host(First)} to {subnet.Host(-2)}, or leave it out to have one chosen.",
        };
}
