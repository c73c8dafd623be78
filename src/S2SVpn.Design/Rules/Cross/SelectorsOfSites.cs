using S2SVpn.Design.Findings;
using S2SVpn.Design.Network;

namespace S2SVpn.Design.Rules.Cross;

internal sealed class SelectorsOfSites : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X177",
        Level = FindingLevel.Error,
        Title = "Traffic selectors match networks of the two sites",
        Why = "Only traffic that matches both selectors passes the tunnel.",
        Sources =
        [
            Source.AwsTunnels,
            Source.AzureConnectionResource,
        ],
        Fix = "Use networks of the AWS site in aws and of the Azure site in azure, or leave selectors out.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from resolved in context.ResolvedLinks
        from selector in resolved.Link.Link.Selectors.Index()
        let path = resolved.Link.At("selectors")[selector.Index]
        from side in new (ValueList<Cidr> Cidrs, RequestPath Path, SiteView Site)[]
        {
            (selector.Item.Aws, path["aws"], resolved.Aws),
            (selector.Item.Azure, path["azure"], resolved.Azure),
        }
        from network in side.Cidrs.Select((cidr, index) => new Located<Cidr>(cidr, side.Path[index]))
        where !side.Site.Networks.Any(own => own.Cidr.Overlaps(network.Value))
        select new Violation($"{context.FormatPath(network.Path)} {network.Value} is not part of any network of {context.FormatPath(side.Site.Path)}", network.Path, side.Site.Network);
}
