using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Azure;

public sealed class LocationWithoutZones : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ012",
        Level = FindingLevel.Warning,
        Title = "Addresses are asked for in zones only where there are zones",
        Why = "Azure refuses an address in a zone in such a location. An AZ SKU works there with addresses that have none.",
        Sources =
        [
            new(
                "learn.microsoft.com/azure/reliability/availability-zones-region-support",
                "Microsoft: regions with availability zones"),
            Source.AzureSkuConsolidation,
        ],
        Fix = "Leave zones out, or accept this if the location has zones by now.",
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
