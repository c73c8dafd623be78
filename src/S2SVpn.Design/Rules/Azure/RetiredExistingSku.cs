using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Azure;

public sealed class RetiredExistingSku : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ105",
        Level = FindingLevel.Warning,
        Title = "An existing gateway is of a SKU that Azure still runs",
        Why = "Azure moves gateways of retired SKUs to their successors, which may cut the tunnels and can "
            + "change the price.",
        Sources = [Source.AzureSkuConsolidation],
        Fix = "Move the gateway to its successor in a window of your own, then write that SKU.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AzureSites
        where site.IsManaged && site.Site.Gateway.Existing is not null && AzureSku.Of(site.Site.Gateway.Sku).Successor is not null
        let path = site.Gateway["sku"]
        select new Violation($"{context.FormatPath(path)} {Retirement.Of(site.Site.Gateway.Sku)}", path);
}
