using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class BehindAnnounced : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ121",
        Level = FindingLevel.Warning,
        Title = "Networks behind an Azure site reach its gateway over another connection",
        Why = "With BGP the gateway announces its VNet, the peered VNets, and the routes from its other connections. "
            + "It does not know networks behind a firewall or an ExpressRoute circuit, so AWS never learns a route to "
            + "them.",
        Sources =
        [
            Source.AzureBgp,
            new("learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq#bgp", "Microsoft: which prefixes the gateway announces"),
        ],
        Fix = "Accept this if another connection of the gateway announces these networks. Otherwise write routing: static, "
            + "or have Azure Route Server announce them.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AzureSites
        where site.IsManaged && site.Site.Behind.Count > 0 && site.ResolvedLinks.Exists(resolved => resolved.Link.IsBgp)
        let path = site.Path["behind"]
        select new Violation(
            $"{context.FormatPath(path)} is announced to AWS only if another connection of the gateway announces it",
            [path, .. site.ResolvedLinks.Where(resolved => resolved.Link.IsBgp).Select(resolved => resolved.Link.At("routing"))]);
}
