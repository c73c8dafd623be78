using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class LocationWithoutZones : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ012",
        Level = FindingLevel.Warning,
        Title = "Zones are used only in locations that have them",
        Why = "Azure rejects a zonal address in such a location. An AZ SKU works there without zones.",
        Sources =
        [
            new(
                "learn.microsoft.com/azure/reliability/availability-zones-region-support",
                "Microsoft: regions with availability zones"),
            Source.AzureSkuConsolidation,
        ],
        Fix = "Leave zones out, or accept this if Azure has added zones there.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AzureSites
        where site.IsManaged && site.Site.Gateway.Existing is null
            && site.Zones.Count > 0 && !AzureLocations.HasZones(site.Site.Location)
        let path = site.Gateway["zones"]
        select new Violation(
            $"{context.FormatPath(path)} asks for zones {site.Zones}, but {site.Site.Location} has no zones",
            path, site.Path["location"]);
}
