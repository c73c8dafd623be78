using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Azure;

public sealed class RetiredSku : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ005",
        Level = FindingLevel.Error,
        Title = "A new gateway is of a SKU that Azure still makes",
        Why = "Azure refuses to make a gateway of a retired SKU.",
        Sources = [Source.AzureSkuConsolidation],
        Fix = "Write the SKU that follows it, or leave sku out for VpnGw1AZ.",
    };

    internal override IEnumerable<Fault> Check(RuleContext context) =>
        from site in context.AzureSites
        where site.IsManaged && site.Site.Gateway.Existing is null && RetiredSkus.Has(site.Site.Gateway.Sku)
        let path = site.Gateway["sku"]
        select new Fault($"{context.Say(path)} {RetiredSkus.Say(site.Site.Gateway.Sku)}", path)
        {
            Fix = $"Write sku: {Words.Of(RetiredSkus.Successor(site.Site.Gateway.Sku))}.",
        };
}
