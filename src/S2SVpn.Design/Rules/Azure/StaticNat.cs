using S2SVpn.Design.Findings;
using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class StaticNat : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ106",
        Level = FindingLevel.Error,
        Title = "A static NAT rule maps each network to one of the same size",
        Why = "Each address maps to one other in the same order. Azure rejects networks of different sizes.",
        Sources = [Source.AzureNat],
        Fix = "Write as many networks in external as in internal, of the same sizes in the same order.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from link in context.Links
        from nat in link.NatRules
        where nat.Value.Kind == NatKind.Static
        where nat.Value.Internal.Count == 0
            || !nat.Value.Internal.Select(Size).SequenceEqual(nat.Value.External.Select(Size))
        select new Violation(
            $"{context.FormatPath(nat.Path)} maps {nat.Value.Internal} to {nat.Value.External}, which differ in number or size",
            nat.Path["external"], nat.Path["internal"]);

    private static int Size(Cidr cidr) => cidr.PrefixLength;
}
