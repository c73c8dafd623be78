using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class ArnOfRegion : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS106",
        Level = FindingLevel.Error,
        Title = "An SNS topic, KMS key or secret is in the region that uses it",
        Why = "A CloudWatch alarm can publish only to topics in its own region, and a log group can use only a "
            + "KMS key in its own region; Secrets Manager is asked in the region of the link's site; a bucket "
            + "encrypts with a key in its own region.",
        Sources =
        [
            Source.AwsAlarms,
            new(
                "docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html",
                "AWS: encrypting log data"),
            new("docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html", "AWS: S3 and KMS keys"),
        ],
        Fix = "Use one in the site's region. With sites in several regions, leave it out: each region "
            + "then gets its own.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from use in ArnUse.Of(context)
        where use.IsGood && use.Region.Length > 0
        let elsewhere = use.UsedIn.Where(region => region.Value != use.Region).ToList()
        where elsewhere.Count > 0
        select new Violation(
            $"{context.FormatPath(use.Path)} is in {use.Region}, but is used in "
            + Phrase.Some([.. elsewhere.Select(region => region.Value).Distinct()]),
            [use.Path, .. elsewhere.Select(region => region.Path)])
        {
            Fix = use.Bucket is null ? null : "Use a key in the bucket's region, or leave kmsKey out.",
        };
}
