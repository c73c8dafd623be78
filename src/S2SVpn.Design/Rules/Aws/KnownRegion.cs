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
        Why = "Nothing can be created in a region that does not exist, and Terraform reports that only at apply. "
            + "Its S3 backend rejects a region that it does not know.",
        Sources =
        [
            Source.TerraformS3,
            new("docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html", "AWS: regions"),
        ],
        Fix = "Correct the region, or accept this if AWS has added it recently.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from region in Regions(context)
        where !AwsRegions.Known.Contains(region.Value)
        select new Violation($"{context.FormatPath(region.Path)} {region.Value} is not a known AWS region", region.Path)
        {
            Fix = Nearest.To(region.Value, AwsRegions.Known.Where(known => (AwsRegions.PartitionOf(region.Value) ?? AwsRegions.PartitionOf(known)) == AwsRegions.PartitionOf(known))) is { } near
                ? $"Did you mean {near}? Accept this if AWS has added the region recently."
                : Facts.Fix,
        };

    private static IEnumerable<Located<string>> Regions(RuleContext context) =>
    [
        .. context.AwsSites.Select(site => new Located<string>(site.Site.Region, site.Path["region"])),
        .. context.Request.Terraform.Backend.S3 is { } s3
            ? [new Located<string>(s3.Region, RequestPath.Root.At("terraform.backend.s3.region"))]
            : Array.Empty<Located<string>>(),
    ];
}
