using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class ZoneChoice : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ011",
        Level = FindingLevel.Error,
        Title = "The gateway's addresses use three zones, one zone or none",
        Why = "Azure creates an address for two zones in all three, and Terraform then wants to "
            + "replace it at every apply.",
        Sources =
        [
            new(
                "github.com/hashicorp/terraform-provider-azurerm/issues/16470",
                "Terraform provider azurerm: address in two zones"),
        ],
        Fix = "Leave zones out for [1, 2, 3], or write one zone, or, for a SKU without AZ, [].",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AzureSites
        let zones = site.Site.Gateway.Zones
        where zones is not null
            && (zones.Any(zone => zone is < 1 or > 3) || zones.Distinct().Count() != zones.Count || zones.Count == 2)
        let path = site.Gateway["zones"]
        select new Violation($"{context.FormatPath(path)} {zones} is not [1, 2, 3], one of these zones, or none", path);
}
