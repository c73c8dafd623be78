using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Aws;

public sealed class KnownRegion : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS103",
        Level = FindingLevel.Warning,
        Title = "The region is one that AWS is known to have",
        Why = "In a region that does not exist nothing can be made, and Terraform says so only when it runs.",
        Sources = [new("docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html", "AWS: regions")],
        Fix = "Correct the region, or accept this where AWS has got a new one.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AwsSites
        where !AwsRegions.Known.Contains(site.Site.Region)
        let path = site.Path["region"]
        select new Violation($"{context.FormatPath(path)} {site.Site.Region} is no region of AWS that is known here", path)
        {
            Fix = Nearest.To(site.Site.Region, AwsRegions.Known) is { } near
                ? $"Did you mean {near}? A region that AWS has got since may be accepted."
                : Facts.Fix,
        };
}
