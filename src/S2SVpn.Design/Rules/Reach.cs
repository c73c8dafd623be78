using S2SVpn.Design.Findings;
using S2SVpn.Design.Network;

namespace S2SVpn.Design.Rules;

/// <summary>
/// Which networks reach which. BGP carries every route on to every site that is joined by it, in AWS
/// (docs.aws.amazon.com/vpn/latest/s2svpn/VPN_CloudHub.html) as in Azure
/// (learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq); static routes go to the next site only.
/// </summary>
internal sealed class Reach
{
    private readonly Components _all;
    private readonly Components _byBgp;

    public Reach(RuleContext context)
    {
        _all = new Components(context.Sites, context.ResolvedLinks);
        _byBgp = new Components(context.Sites, context.ResolvedLinks.Where(resolved => resolved.Link.IsBgp));
        Groups =
        [
            .. _byBgp.Members.Where(sites => sites.Count > 1).Select(sites => new ReachGroup(null, ByBgp(sites))),
            .. context.Sites.Where(HasStatic).Select(site => new ReachGroup(site, AtSite(site))),
        ];
    }

    /// <summary>Networks that have to be apart, each as those see it who reach it.</summary>
    public ValueList<ReachGroup> Groups { get; }

    /// <summary>Whether links join two sites, directly or over others.</summary>
    public bool AreJoined(SiteView one, SiteView other) => _all.Of(one) == _all.Of(other);

    /// <summary>The site and all the others whose routes BGP brings to it.</summary>
    public IReadOnlyList<SiteView> OverBgp(SiteView site) => _byBgp.Of(site);

    private static ValueList<VisibleNetwork> ByBgp(IReadOnlyList<SiteView> sites) =>
        sites.SelectMany(site => site.Networks
            .Select(network => new VisibleNetwork(network.Cidr, network, network.Path, site))).ToValueList();

    private static bool HasStatic(SiteView site) => site.ResolvedLinks.Any(resolved => !resolved.Link.IsBgp);

    // A site's own networks beside what its links bring to it.
    private static ValueList<VisibleNetwork> AtSite(SiteView site) =>
        [.. ByBgp([site]), .. site.ResolvedLinks.SelectMany(resolved => resolved.VisibleFrom(site))];

    /// <summary>Sites that links join, directly or over others.</summary>
    private sealed class Components
    {
        private readonly Dictionary<SiteView, List<SiteView>> _members;

        public Components(IEnumerable<SiteView> sites, IEnumerable<ResolvedLink> resolvedLinks)
        {
            _members = sites.ToDictionary(site => site, site => new List<SiteView> { site });
            foreach (var resolved in resolvedLinks)
            {
                Merge(_members[resolved.Aws], _members[resolved.Azure]);
            }
        }

        public IEnumerable<IReadOnlyList<SiteView>> Members => _members.Values.Distinct();

        public List<SiteView> Of(SiteView site) => _members[site];

        // The smaller list moves, so that no site moves more often than its component doubles.
        private void Merge(List<SiteView> one, List<SiteView> other)
        {
            if (one == other)
            {
                return;
            }

            var (small, large) = one.Count < other.Count ? (one, other) : (other, one);
            large.AddRange(small);
            foreach (var site in small)
            {
                _members[site] = large;
            }
        }
    }
}

/// <summary>Networks that meet.</summary>
/// <param name="At">The site where they meet by static routes; null where BGP brings them together.</param>
/// <param name="Networks">The networks.</param>
internal sealed record ReachGroup(SiteView? At, ValueList<VisibleNetwork> Networks)
{
    /// <summary>
    /// Whether the outer one is something behind a site that is wider than another site's network, so that the longest prefix
    /// decides. A local network gateway of Azure takes none that is wider than the VNet's own
    /// (github.com/MicrosoftDocs/azure-docs/issues/60393).
    /// </summary>
    public bool IsWiderBehind(VisibleNetwork outer, VisibleNetwork inner) =>
        outer.Network.Kind == NetworkKind.Behind && outer.Owner != inner.Owner && outer.Cidr.PrefixLength < inner.Cidr.PrefixLength
        && !(At is AzureView && inner.Owner == At);
}

/// <summary>A network as another site sees it: translated where a link translates it.</summary>
/// <param name="Cidr">The addresses that are seen.</param>
/// <param name="Network">What is seen.</param>
/// <param name="Path">Where these addresses are written.</param>
/// <param name="Owner">Whose network it is.</param>
internal sealed record VisibleNetwork(Cidr Cidr, NetworkAt Network, RequestPath Path, SiteView Owner);
