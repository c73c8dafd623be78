using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class KnownLocation : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ102",
        Level = FindingLevel.Warning,
        Title = "The Azure location is a known one",
        Why = "Nothing can be created in a location that does not exist, and Terraform reports that only at apply.",
        Sources = [new("learn.microsoft.com/azure/reliability/regions-list", "Microsoft: list of regions")],
        Fix = "Correct the location, or accept this if Azure has added it recently.",
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
        "switzerlandwest", "uaecentral", "uaenorth", "uksouth", "ukwest", "usdodcentral", "usdodeast", "usgovarizona",
        "usgovtexas", "usgovvirginia", "westcentralus", "westeurope", "westindia", "westus", "westus2", "westus3",
    ];

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AzureSites
        where !Known.Contains(site.Site.Location)
        let path = site.Path["location"]
        select new Violation($"{context.FormatPath(path)} {site.Site.Location} is not a known Azure location", path)
        {
            Fix = Nearest.To(site.Site.Location, Known) is { } near
                ? $"Did you mean {near}? Accept this if Azure has added the location recently."
                : null,
        };
}
