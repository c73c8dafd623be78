using S2SVpn.Design.Request.Reading;

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

    // Regions are added now and then, which is why this only warns.
    private static readonly ValueList<string> Known =
    [
        "af-south-1", "ap-east-1", "ap-east-2", "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1",
        "ap-south-2", "ap-southeast-1", "ap-southeast-2", "ap-southeast-3", "ap-southeast-4", "ap-southeast-5",
        "ap-southeast-6", "ap-southeast-7", "ca-central-1", "ca-west-1", "cn-north-1", "cn-northwest-1", "eu-central-1",
        "eu-central-2", "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-2", "eu-west-3",
        "il-central-1", "me-central-1", "me-south-1", "mx-central-1", "sa-east-1", "us-east-1", "us-east-2",
        "us-gov-east-1", "us-gov-west-1", "us-west-1", "us-west-2",
    ];

    internal override IEnumerable<Fault> Check(RuleContext context) =>
        from site in context.AwsSites
        where !Known.Contains(site.Site.Region)
        let path = site.Path["region"]
        select new Fault($"{context.Say(path)} {site.Site.Region} is no region of AWS that is known here", path)
        {
            Fix = Nearest.To(site.Site.Region, Known) is { } near
                ? $"Did you mean {near}? A region that AWS has got since may be accepted."
                : Facts.Fix,
        };
}
