using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class AccountOfRole : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS120",
        Level = FindingLevel.Error,
        Title = "A site's account, role and region belong to one account and one partition",
        Why = "Terraform stops if it is logged in to a different account, and an ARN of one partition "
            + "(aws, aws-us-gov, aws-cn and so on) is not valid in another.",
        Sources =
        [
            new("docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html", "AWS: Amazon Resource Names"),
            new("docs.aws.amazon.com/whitepapers/latest/aws-violation-isolation-boundaries/partitions.html", "AWS: partitions"),
        ],
        Fix = "Use a role of that account, and ARNs of the region's partition.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        OfAccounts(context).Concat(OfPartitions(context)).Concat(Credentials(context)).Concat(OfState(context));

    private static IEnumerable<Violation> OfAccounts(RuleContext context) =>
        from use in ArnUse.Of(context)
        where use is { IsGood: true, Kind: var kind } && kind == ArnKind.Role
        from site in use.Sites
        where site.Site.Account is { } account && account != use.Account
        let path = site.Path["account"]
        select new Violation($"{context.FormatPath(path)} {site.Site.Account} is not the account of {context.FormatPath(use.Path)}, {use.Account}", path, use.Path);

    private static IEnumerable<Violation> OfPartitions(RuleContext context) =>
        from use in ArnUse.Of(context)
        where use is { IsGood: true, Partition: not "" }
        from site in use.Sites
        where AwsRegions.PartitionOf(site.Site.Region) is { } partition && partition != use.Partition
        select new Violation(
            $"{context.FormatPath(use.Path)} is in the partition {use.Partition}, and {site.Site.Region} in {AwsRegions.PartitionOf(site.Site.Region)}", use.Path, site.Path["region"]);

    // What logs in to one partition logs in to no other.
    private static IEnumerable<Violation> Credentials(RuleContext context) =>
        from same in context.AwsSites.GroupBy(site => (site.Site.Profile, site.Site.Role))
        from other in same.Skip(1)
        let first = same.First()
        let partitions = (First: AwsRegions.PartitionOf(first.Site.Region), Other: AwsRegions.PartitionOf(other.Site.Region))
        where partitions is { First: not null, Other: not null } && partitions.First != partitions.Other
        let path = other.Path["profile"]
        select new Violation(
            $"{context.FormatPath(other.Path)} is in the partition {partitions.Other} and {context.FormatPath(first.Path)} in {partitions.First}, with the same credentials",
            path, other.Path["region"], first.Path["region"])
        {
            Fix = "Give each site its own profile: credentials of one partition do not work in another.",
        };

    private static IEnumerable<Violation> OfState(RuleContext context)
    {
        if (context.Request.Terraform.Backend.S3 is not { } s3 || AwsRegions.PartitionOf(s3.Region) is not { } partition)
        {
            yield break;
        }

        var path = RequestPath.Root.At("terraform.backend.s3");
        foreach (var role in ArnUse.Of(context).Where(use => use.IsGood && use.Path == path["role"] && use.Partition != partition))
        {
            yield return new Violation($"{context.FormatPath(role.Path)} is in the partition {role.Partition}, and {s3.Region} in {partition}", role.Path, path["region"]);
        }

        // Neither says how it logs in: then both take what the environment has.
        if (s3 is { Profile: null, Role: null } && context.AwsSites.FirstOrDefault(site => site.Site is { Profile: null, Role: null } && AwsRegions.PartitionOf(site.Site.Region) is { } other && other != partition) is { } site)
        {
            yield return new Violation(
                $"{context.FormatPath(path)} is in the partition {partition} and {context.FormatPath(site.Path)} in {AwsRegions.PartitionOf(site.Site.Region)}, with the same credentials", path["region"], site.Path["region"])
            {
                Fix = "Give the state its own profile: credentials of one partition do not work in another.",
            };
        }
    }
}
