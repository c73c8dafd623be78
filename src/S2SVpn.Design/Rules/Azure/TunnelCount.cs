using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Azure;

public sealed class TunnelCount : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ007",
        Level = FindingLevel.Error,
        Title = "The gateway takes as many tunnels as its links need",
        Why = "Azure refuses the connection that is one too many.",
        Sources = [Source.AzureSkus],
        Fix = "Write a larger SKU (VpnGw4AZ takes 100), or take links off the gateway.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AzureSites
        where site.IsManaged
        let tunnels = site.ResolvedLinks.Sum(resolved => resolved.TunnelCount)
        let most = AzureSku.Of(site.Site.Gateway.Sku).Tunnels
        where tunnels > most
        let path = site.Gateway["sku"]
        select new Violation(
            $"{context.FormatPath(path)} {Words.Of(site.Site.Gateway.Sku)} takes {most} tunnels, and the "
            + $"{Phrase.Count(site.ResolvedLinks.Count, "link")} of {context.FormatPath(site.Path)} need {tunnels}",
            path);
}
