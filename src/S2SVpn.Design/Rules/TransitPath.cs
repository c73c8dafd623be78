using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules;

/// <summary>
/// Two sites of one cloud that have BGP with the same gateway of the other. Either cloud announces to each of its peers what
/// it learns from the others, and a peer drops what has its own ASN in the path (RFC 4271, 9.1.2).
/// </summary>
internal sealed record TransitPath(SiteView Through, SiteView One, SiteView Other)
{
    public bool IsOpen => One.Asn != Other.Asn;

    /// <summary>What the request says of it; null for nothing.</summary>
    public bool? Wanted => WantedOf(Through);

    public RequestPath Field => Through.Gateway["transitBetweenSites"];

    /// <summary>The same, of any gateway.</summary>
    public static bool? WantedOf(SiteView site) => site switch
    {
        AwsView aws => aws.Site.Gateway.TransitBetweenSites,
        AzureView azure => azure.Site.Gateway.TransitBetweenSites,
        _ => null,
    };

    public static IEnumerable<TransitPath> Of(RuleContext context) =>
        from through in context.Sites
        where through.IsManaged
        let peers = through.ResolvedLinks.Where(resolved => resolved.Link.IsBgp)
            .Select(resolved => through == resolved.Aws ? (SiteView)resolved.Azure : resolved.Aws)
            .Distinct().ToList()
        from one in peers.Index()
        from other in peers.Skip(one.Index + 1)
        select new TransitPath(through, one.Item, other);
}
