using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class ZoneOfRegion : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS102",
        Level = FindingLevel.Error,
        Title = "A subnet's zone is one of its site's region",
        Why = "AWS rejects a subnet in a zone of another region.",
        Sources =
        [
            new(
                "docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-regions-availability-zones.html",
                "AWS: regions and zones"),
        ],
        Fix = "Write the letter of the zone only, such as a: it goes with any region.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AwsSites
        from subnet in site.Site.Network.Subnets
        where subnet.Value.Zone is { Length: > 1 } zone && zone[..^1] != site.Site.Region
        let path = site.Network["subnets"][subnet.Key]["zone"]
        select new Violation(
            $"{context.FormatPath(path)} {subnet.Value.Zone} is not a zone of {site.Site.Region}", path, site.Path["region"])
        {
            Fix = $"Write {subnet.Value.Zone![^1]}, which is {site.Site.Region}{subnet.Value.Zone[^1]} here.",
        };
}
