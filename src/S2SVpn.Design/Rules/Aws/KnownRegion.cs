using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class KnownRegion : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS103",
        Level = FindingLevel.Warning,
        Title = "The AWS region is a known one",
        Why = "Nothing can be created in a region that does not exist, and Terraform reports that only at apply.",
        Sources = [new("docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html", "AWS: regions")],
        Fix = "Correct the region, or accept this if AWS has added it recently.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AwsSites
        where !AwsRegions.Known.Contains(site.Site.Region)
        let path = site.Path["region"]
        select new Violation($"{context.FormatPath(path)} {site.Site.Region} is not a known AWS region", path)
        {
            Fix = Nearest.To(site.Site.Region, AwsRegions.Known) is { } near
                ? $"Did you mean {near}? Accept this if AWS has added the region recently."
                : Facts.Fix,
        };
}
