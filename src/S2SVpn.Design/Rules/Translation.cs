using S2SVpn.Design.Findings;
using S2SVpn.Design.Layout;
using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules;

/// <summary>What crosses a link with static routes, and which addresses the other side sees it under.</summary>
internal static class Translation
{
    /// <summary>The other end's networks, as the site sees them over this link.</summary>
    public static IEnumerable<VisibleNetwork> VisibleFrom(this ResolvedLink resolved, SiteView site)
    {
        var (other, prefixes, direction) = site == resolved.Azure
            ? ((SiteView)resolved.Aws, resolved.Link.Link.Prefixes.Aws, NatDirection.Ingress)
            : (resolved.Azure, resolved.Link.Link.Prefixes.Azure, NatDirection.Egress);
        return from network in other.Networks
               from piece in Crossing(network.Cidr, prefixes)
               from seen in resolved.Link.Translate(piece, network.Path, direction)
               select new VisibleNetwork(seen.Value, network, seen.Path, other);
    }

    /// <summary>The addresses that a network has on the other side of a link, and where they are written.</summary>
    public static IEnumerable<Located<Cidr>> Translate(this LinkView link, Cidr cidr, RequestPath path, NatDirection direction) =>
        from seen in NatTranslation.Seen([cidr], link.Link.Nat.Where(rule => rule.External.Count > 0), direction)
        select new Located<Cidr>(seen, cidr.Contains(seen) ? path : External(link, seen, direction));

    private static RequestPath External(LinkView link, Cidr seen, NatDirection direction)
    {
        for (var index = 0; index < link.Link.Nat.Count; index++)
        {
            var rule = link.Link.Nat[index];
            for (var place = 0; rule.Direction == direction && place < rule.External.Count; place++)
            {
                if (rule.External[place].Contains(seen))
                {
                    return link.At("nat")[index]["external"][place];
                }
            }
        }

        return link.At("nat");
    }

    private static IEnumerable<Cidr> Crossing(Cidr network, ValueList<Cidr> prefixes) => prefixes.Count == 0
        ? [network]
        : prefixes.Where(network.Overlaps).Select(prefix => network.Contains(prefix) ? prefix : network);
}
