using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Networks;

internal sealed class SiteNetworksApart : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X101",
        Level = FindingLevel.Error,
        Title = "The networks of one site do not overlap",
        Why = "Both clouds reject overlapping networks in a VPC or VNet, Azure rejects peerings of overlapping VNets, "
            + "and networks behind a site can't be reached if the site itself has the same addresses.",
        Sources = [Source.VpcCidrs, Source.AzureVnetFaq],
        Fix = "Give each network its own range.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.Sites
        from clash in OverlapFinder.Find(site.Networks, network => network.Cidr, (outer, inner) => !IsWiderBehind(site, outer, inner))
        select new Violation(
            $"{Phrase.Some([.. clash.Inner.Select(inner => $"{context.FormatPath(inner.Path)} {inner.Cidr}")])} "
            + $"{(clash.Inner.Count == 1 ? "overlaps" : "overlap")} {context.FormatPath(clash.Outer.Path)} {clash.Outer.Cidr}",
            [.. clash.Inner.Select(inner => inner.Path), clash.Outer.Path]);

    // The longest prefix wins, but for the address space of a local network gateway of Azure.
    private static bool IsWiderBehind(SiteView site, NetworkAt outer, NetworkAt inner) =>
        outer.Kind == NetworkKind.Behind && inner.Kind != NetworkKind.Behind && outer.Cidr.PrefixLength < inner.Cidr.PrefixLength
        && !(site is AwsView && site.ResolvedLinks.Exists(resolved => !resolved.Link.IsBgp));
}
