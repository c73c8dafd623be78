using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class RetiredExistingSku : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ105",
        Level = FindingLevel.Warning,
        Title = "An existing gateway's SKU is not retired",
        Why = "Azure migrates gateways of retired SKUs to their successors, which may interrupt the tunnels and "
            + "change the price.",
        Sources = [Source.AzureSkuConsolidation],
        Fix = "Migrate the gateway in your own maintenance window, then write that SKU.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AzureSites
        where site.IsManaged && site.Site.Gateway.Existing is not null && AzureSku.Of(site.Site.Gateway.Sku).Successor is not null
        let path = site.Gateway["sku"]
        select new Violation($"{context.FormatPath(path)} {Retirement.Of(site.Site.Gateway.Sku)}", path);
}
