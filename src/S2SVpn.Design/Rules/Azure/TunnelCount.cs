using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class TunnelCount : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ007",
        Level = FindingLevel.Error,
        Title = "The gateway supports the tunnels that its links need",
        Why = "Azure rejects connections beyond the SKU's limit.",
        Sources = [Source.AzureSkus],
        Fix = "Write a larger SKU (VpnGw4AZ supports 100), or remove links from the gateway.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AzureSites
        where site.IsManaged
        let tunnels = site.ResolvedLinks.Sum(resolved => resolved.TunnelCount)
        let most = AzureSku.Of(site.Site.Gateway.Sku).Tunnels
        where tunnels > most
        let path = site.Gateway["sku"]
        select new Violation(
            $"{context.FormatPath(path)} {Words.Of(site.Site.Gateway.Sku)} supports {most} tunnels, but the "
            + $"{Phrase.Count(site.ResolvedLinks.Count, "link")} of {context.FormatPath(site.Path)} need {tunnels}",
            path);
}
