using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class ZonalSkuHasZones : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ116",
        Level = FindingLevel.Error,
        Title = "A gateway of an AZ SKU has zonal addresses if its location has zones",
        Why = "Azure rejects such a gateway without them (VmssVpnGatewayPublicIpsMustHaveZonesConfigured) after its addresses "
            + "are created.",
        Sources =
        [
            new("github.com/microsoft/physical-ai-toolchain/issues/350", "Azure's refusal, as reported"),
            new(
                "learn.microsoft.com/azure/reliability/availability-zones-region-support",
                "Microsoft: regions with availability zones"),
        ],
        Fix = "Leave zones out for [1, 2, 3], or write one zone.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AzureSites
        where site.IsManaged && site.Site.Gateway.Existing is null && AzureSku.Of(site.Site.Gateway.Sku).IsZonal
            && site.Zones.Count == 0 && AzureLocations.HasZones(site.Site.Location)
        let path = site.Gateway["zones"]
        select new Violation($"{context.FormatPath(path)} is empty, but {site.Site.Location} has zones and {site.Site.Gateway.Sku} needs them there", path, site.Path["location"]);
}
