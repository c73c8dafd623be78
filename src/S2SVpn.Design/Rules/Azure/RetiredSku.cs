using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class RetiredSku : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ005",
        Level = FindingLevel.Error,
        Title = "A new gateway's SKU is not retired",
        Why = "Azure no longer creates gateways of a retired SKU.",
        Sources = [Source.AzureSkuConsolidation],
        Fix = "Write its successor, or leave sku out for VpnGw1AZ.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AzureSites
        where site.IsManaged && site.Site.Gateway.Existing is null && AzureSku.Of(site.Site.Gateway.Sku).Successor is not null
        let path = site.Gateway["sku"]
        select new Violation($"{context.FormatPath(path)} {Retirement.Of(site.Site.Gateway.Sku)}", path)
        {
            Fix = $"Write sku: {Words.Of(AzureSku.Of(site.Site.Gateway.Sku).Successor!.Value)}.",
        };
}
