using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class GenerationOfSku : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ006",
        Level = FindingLevel.Error,
        Title = "The SKU exists in that generation",
        Why = "Azure rejects other combinations: VpnGw1AZ exists in generation 1 only, VpnGw4AZ and VpnGw5AZ in "
            + "generation 2 only.",
        Sources = [Source.AzureSkus, Source.AzureGatewayResource],
        Fix = "Leave generation out to use the newest one of the SKU.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AzureSites
        where site.Site.Gateway.Generation is { } asked && AzureSku.Of(site.Site.Gateway.Sku) is { Retired: null, HasBgp: true } of && !of.Generations.Contains(asked)
        let path = site.Gateway["generation"]
        let sku = site.Gateway["sku"]
        select new Violation(
            $"{context.FormatPath(path)} {Words.Of(site.Site.Gateway.Generation!.Value)} has no {Words.Of(site.Site.Gateway.Sku)}",
            path, sku);
}
