using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Azure;

public sealed class KnownLocation : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ102",
        Level = FindingLevel.Warning,
        Title = "The location is one that Azure is known to have",
        Why = "In a location that does not exist nothing can be made, and Terraform says so only when it runs.",
        Sources = [new("learn.microsoft.com/azure/reliability/regions-list", "Microsoft: list of regions")],
        Fix = "Correct the location, or accept this where Azure has got a new one.",
    };

    // Locations are added now and then, which is why this only warns.
    private static readonly ValueList<string> Known =
    [
        "australiacentral", "australiacentral2", "australiaeast", "australiasoutheast", "austriaeast", "belgiumcentral",
        "brazilsouth", "brazilsoutheast", "canadacentral", "canadaeast", "centralindia", "centralus", "chilecentral",
        "chinaeast", "chinaeast2", "chinaeast3", "chinanorth", "chinanorth2", "chinanorth3", "denmarkeast", "eastasia",
        "eastus", "eastus2", "francecentral", "francesouth", "germanynorth", "germanywestcentral", "indonesiacentral",
        "israelcentral", "italynorth", "japaneast", "japanwest", "jioindiacentral", "jioindiawest", "koreacentral",
        "koreasouth", "malaysiawest", "mexicocentral", "newzealandnorth", "northcentralus", "northeurope", "norwayeast",
        "norwaywest", "polandcentral", "qatarcentral", "southafricanorth", "southafricawest", "southcentralus",
        "southeastasia", "southindia", "spaincentral", "swedencentral", "swedensouth", "switzerlandnorth",
        "switzerlandwest", "uaecentral", "uaenorth", "uksouth", "ukwest", "usgovarizona", "usgovtexas", "usgovvirginia",
        "westcentralus", "westeurope", "westindia", "westus", "westus2", "westus3",
    ];

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AzureSites
        where !Known.Contains(site.Site.Location)
        let path = site.Path["location"]
        select new Violation($"{context.FormatPath(path)} {site.Site.Location} is no location of Azure that is known here", path)
        {
            Fix = Nearest.To(site.Site.Location, Known) is { } near
                ? $"Did you mean {near}? A location that Azure has got since may be accepted."
                : null,
        };
}
