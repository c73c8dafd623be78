using S2SVpn.Design.Findings;
using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Cross;

internal sealed class PrefixesOfTheOtherSide : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X016b",
        Level = FindingLevel.Error,
        Title = "A static route does not overlap the local network",
        Why = "Azure rejects a local network gateway whose networks overlap the VNet's own, and a VPC's own "
            + "network overrides any route.",
        Sources =
        [
            new("github.com/MicrosoftDocs/azure-docs/issues/60393", "ConnectionOverlappingAddressSpaces"),
            Source.AwsRouting,
        ],
        Fix = "List only networks of the other side, or leave prefixes out for all of them.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from resolved in context.ResolvedLinks
        where !resolved.Link.IsBgp
        from side in new[]
        {
            (Prefixes: resolved.Link.Link.Prefixes.Aws, Key: "prefixes.aws", Here: (SiteView)resolved.Azure, NatDirection.Ingress),
            (resolved.Link.Link.Prefixes.Azure, "prefixes.azure", resolved.Aws, NatDirection.Egress),
        }
        from prefix in side.Prefixes.Select((cidr, index) => new Located<Cidr>(cidr, resolved.Link.At(side.Key)[index]))
        where prefix.Value != Cidr.Any
        from seen in resolved.Link.Translate(prefix.Value, prefix.Path, side.Item4)
        from own in side.Here.OwnNetworks
        where own.Value.Overlaps(seen.Value)
        select new Violation(
            $"{context.FormatPath(prefix.Path)} {prefix.Value} overlaps {context.FormatPath(own.Path)} {own.Value}, which is on the other end of the link",
            prefix.Path, own.Path);
}
