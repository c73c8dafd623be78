using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Cross;

internal sealed class PrefixCounts : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X026",
        Level = FindingLevel.Error,
        Title = "No side announces more networks than the other supports",
        Why = "AWS drops a BGP session with more than 100 routes on a virtual private gateway or 1000 on a "
            + "transit gateway, and Azure one with more than 4000.",
        Sources = [Source.AwsQuotas, Source.AzureFaq],
        Fix = "Announce fewer, larger networks: give sites one network each, or use a transit gateway instead "
            + "of a virtual private one.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.Sites
        where site.IsManaged && site.ResolvedLinks.Exists(resolved => resolved.Link.IsBgp)
        let most = Most(site)
        let count = context.Reach.OverBgp(site).Where(other => other != site).Sum(other => other.Networks.Count)
        where count > most
        select new Violation(
            $"{context.FormatPath(site.Path)} learns {count} networks by BGP, more than its gateway's limit of {most}",
            [site.Gateway, .. site.ResolvedLinks.Where(resolved => resolved.Link.IsBgp).Select(resolved => resolved.Link.Path)]);

    private static int Most(SiteView site) => site switch
    {
        AwsView { Kind: AwsGatewayKind.VirtualPrivate } => AwsQuotas.LearnedByVirtualPrivateGateway,
        AwsView => AwsQuotas.LearnedByTransitGateway,
        _ => AzureLimits.LearnedByGateway,
    };
}
