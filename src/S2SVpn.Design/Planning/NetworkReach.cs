using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Network;

namespace S2SVpn.Design.Planning;

/// <summary>
/// The networks that the links of a site bring to it: those at their other ends and, with BGP, those that the gateway there has from its
/// own links and announces on. A site drops a route whose path has its own ASN (RFC 4271, 9.1.2).
/// </summary>
internal static class NetworkReach
{
    /// <param name="site">A site of Azure.</param>
    /// <param name="links">All links of the request.</param>
    public static IEnumerable<Cidr> OfAzure(string site, IReadOnlyCollection<PlannedLink> links) => links
        .Where(link => link.Plan.AzureSite == site)
        .SelectMany(link => link.Plan.Networks.AwsSeenFromAzure.Concat(link.Bgp ? Beyond(link, Cloud.Aws, [link.Azure.Gateway.Asn], links) : []));

    // What the site at that end of a link has from its other links.
    private static IEnumerable<Cidr> Beyond(PlannedLink link, Cloud end, IReadOnlyList<Asn> path, IReadOnlyCollection<PlannedLink> links)
    {
        var (asn, others) = end == Cloud.Aws
            ? (link.Aws.Gateway.Asn, links.Where(other => other.Plan.AwsSite == link.Plan.AwsSite))
            : (link.Azure.Gateway.Asn, links.Where(other => other.Plan.AzureSite == link.Plan.AzureSite));
        return path.Contains(asn) ? [] : others.Where(other => other != link && other.Bgp).SelectMany(other =>
        {
            var (far, networks, peer) = end == Cloud.Aws
                ? (Cloud.Azure, other.Plan.Networks.AzureSeenFromAws, other.Azure.Gateway.Asn)
                : (Cloud.Aws, other.Plan.Networks.AwsSeenFromAzure, other.Aws.Gateway.Asn);
            return path.Contains(peer) ? [] : networks.Concat(Beyond(other, far, [.. path, asn], links));
        });
    }
}
