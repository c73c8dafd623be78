using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Azure;

public sealed class BehindAnnounced : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ121",
        Level = FindingLevel.Warning,
        Title = "What is behind an Azure site comes to its gateway over another connection",
        Why = "By BGP the gateway announces its VNet, the VNets that are peered with it, and what its other connections "
            + "bring. What is behind a firewall or an ExpressRoute circuit it doesn't know, and AWS then never learns the "
            + "way.",
        Sources =
        [
            Source.AzureBgp,
            new("learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq#bgp", "Microsoft: which prefixes the gateway announces"),
        ],
        Fix = "Accept this where another connection of the gateway brings these networks. Otherwise write routing: static, "
            + "or have Azure Route Server announce them.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AzureSites
        where site.IsManaged && site.Site.Behind.Count > 0 && site.ResolvedLinks.Exists(resolved => resolved.Link.IsBgp)
        let path = site.Path["behind"]
        select new Violation(
            $"{context.FormatPath(path)} is announced to AWS only where another connection of the gateway brings it",
            [path, .. site.ResolvedLinks.Where(resolved => resolved.Link.IsBgp).Select(resolved => resolved.Link.At("routing"))]);
}
