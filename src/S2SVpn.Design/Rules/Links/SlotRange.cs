using S2SVpn.Design.Findings;
using S2SVpn.Design.Network;

namespace S2SVpn.Design.Rules.Links;

internal sealed class SlotRange : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X117",
        Level = FindingLevel.Error,
        Title = "A slot is 0 to 31",
        Why = "Azure has room for 32 links with two tunnels to each instance in its two ranges for addresses inside.",
        Sources = [Source.AzureBgp],
        Fix = "Write a slot from 0 to 31. More links need another pair of gateways.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from link in context.Links
        where link.Link.Slot is < 0 or >= InsideCidr.Slots
        let path = link.At("slot")
        select new Violation($"{context.FormatPath(path)} {link.Link.Slot} is not from 0 to {InsideCidr.Slots - 1}", path);
}
