using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class OneCloud : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ124",
        Level = FindingLevel.Error,
        Title = "All Azure sites are in the same Azure cloud",
        Why = "Azure Government and Azure in China have separate logins. Terraform logs in once, with the credentials in the "
            + "environment.",
        Sources =
        [
            new("learn.microsoft.com/azure/developer/identity/national-clouds", "Microsoft: national clouds"),
        ],
        Fix = "Write one request for each cloud.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AzureSites.Skip(1)
        let first = context.AzureSites[0]
        let clouds = (First: AzureClouds.Of(first.Site.Location), Other: AzureClouds.Of(site.Site.Location))
        where clouds.First != clouds.Other
        let path = site.Path["location"]
        select new Violation(
            $"{context.FormatPath(path)} {site.Site.Location} is in {AzureClouds.NameOf(clouds.Other)}, and {first.Site.Location} in {AzureClouds.NameOf(clouds.First)}",
            path, first.Path["location"]);
}
