using S2SVpn.Design.Findings;
using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Links;

internal sealed class PrefixOfSite : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X120",
        Level = FindingLevel.Warning,
        Title = "A static prefix is one of the site's networks",
        Why = "Packets to it cross the tunnel and are dropped on the other side, where the address does not exist.",
        Sources = [Source.AwsRouting],
        Fix = "Name networks of the site, or add this one to the site's behind.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from resolved in context.ResolvedLinks
        where !resolved.Link.IsBgp
        from side in new (ValueList<Cidr> Prefixes, RequestPath Path, SiteView Site, NatDirection Direction)[]
        {
            (resolved.Link.Link.Prefixes.Aws, resolved.Link.At("prefixes.aws"), resolved.Aws, NatDirection.Ingress),
            (resolved.Link.Link.Prefixes.Azure, resolved.Link.At("prefixes.azure"), resolved.Azure, NatDirection.Egress),
        }
        from prefix in side.Prefixes.Select((cidr, index) => new Located<Cidr>(cidr, side.Path[index]))
        where !side.Site.Networks.Any(network => network.Cidr.Overlaps(prefix.Value))
        select new Violation(
            $"{context.FormatPath(prefix.Path)} {prefix.Value} is not part of any network of {context.FormatPath(side.Site.Path)}",
            prefix.Path, side.Site.Network)
        {
            Fix = IsExternal(resolved.Link, side.Direction, prefix.Value) ? "Name the internal networks: nat translates them, and the other side is told of the external ones." : null,
        };

    private static bool IsExternal(LinkView link, NatDirection direction, Cidr prefix) =>
        link.NatRules.Any(nat => nat.Value.Direction == direction && nat.Value.External.Any(prefix.Overlaps));
}
