using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Aws;

public sealed class ArnOfRegion : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS106",
        Level = FindingLevel.Error,
        Title = "A topic or a key is in the region that uses it",
        Why = "A CloudWatch alarm tells only topics of its own region, and a log group is encrypted only with a "
            + "key of its own.",
        Sources =
        [
            Source.AwsAlarms,
            new(
                "docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html",
                "AWS: encrypting log data"),
        ],
        Fix = "Write one of the site's own region. With sites in several regions leave it out, and each region "
            + "gets its own.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from use in ArnUse.Of(context)
        where use.IsGood && use.Region.Length > 0
        let elsewhere = use.Sites.Where(site => site.Site.Region != use.Region).ToList()
        where elsewhere.Count > 0
        select new Violation(
            $"{context.FormatPath(use.Path)} is in {use.Region}, but it is used in "
            + Phrase.Some([.. elsewhere.Select(site => site.Site.Region).Distinct()]),
            [use.Path, .. elsewhere.Select(site => site.Path["region"])]);
}
