namespace S2SVpn.Design.Rules.Azure;

public sealed class LocationWithoutZones : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ012",
        Level = FindingLevel.Warning,
        Title = "Addresses are asked for in zones only where there are zones",
        Why = "Azure refuses an address in a zone in such a location. An AZ SKU itself can be made there without.",
        Sources =
        [
            new(
                "learn.microsoft.com/azure/reliability/availability-zones-region-support",
                "Microsoft: regions with availability zones"),
            Source.AzureSkuConsolidation,
        ],
        Fix = "Write zones: [] for the gateway, or accept this where the location has got zones since.",
    };

    // Locations get zones now and then, which is why this only warns.
    private static readonly ValueList<string> Without =
    [
        "australiacentral", "australiacentral2", "australiasoutheast", "brazilsoutheast", "canadaeast", "chinaeast",
        "chinaeast2", "chinanorth", "chinanorth2", "francesouth", "germanynorth", "jioindiacentral", "jioindiawest",
        "koreasouth", "northcentralus", "norwaywest", "southafricawest", "southindia", "swedensouth", "switzerlandwest",
        "uaecentral", "ukwest", "usgovarizona", "usgovtexas", "westcentralus", "westindia", "westus",
    ];

    internal override IEnumerable<Fault> Check(RuleContext context) =>
        from site in context.AzureSites
        where site.IsManaged && site.Site.Gateway.Existing is null
            && site.Zones.Count > 0 && Without.Contains(site.Site.Location)
        let path = site.Path["location"]
        select new Fault(
            $"{context.Say(path)} {site.Site.Location} has no zones, but the gateway's addresses shall be in {site.Zones}",
            path, site.Gateway["zones"]);
}
