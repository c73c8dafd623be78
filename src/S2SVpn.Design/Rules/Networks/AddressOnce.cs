using S2SVpn.Design.Findings;
using S2SVpn.Design.Network;

namespace S2SVpn.Design.Rules.Networks;

internal sealed class AddressOnce : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X108",
        Level = FindingLevel.Error,
        Title = "Every fixed address belongs to one machine",
        Why = "Both clouds reject the second machine.",
        Sources = [Source.VpcSubnets, Source.AzureVnetFaq],
        Fix = "Give each machine its own address, or leave them out to have them chosen.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from same in Repeat.Of(MachineView.Of(context)
            .Where(machine => machine is { Address.Value: not null, Site: not null })
            .Select(machine => new Located<(SiteView?, Ipv4?)>((machine.Site, machine.Address.Value), machine.Address.Path)))
        select same.Violation(context, $"{same.Value.Item2}");
}
