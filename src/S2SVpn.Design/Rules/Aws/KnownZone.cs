using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class KnownZone : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS119",
        Level = FindingLevel.Warning,
        Title = "A subnet's zone is a known one of its region",
        Why = "AWS rejects a subnet in a zone that the account does not have.",
        Sources =
        [
            new("docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-regions-availability-zones.html", "AWS: regions and zones"),
        ],
        Fix = "Use another zone, or leave zone out. Accept this if AWS has added the zone recently.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AwsSites
        let letters = AwsRegions.ZonesOf(site.Site.Region)
        where letters is not null
        from subnet in site.Site.Network.Subnets
        where subnet.Value.Zone is { } zone && !letters.Contains(zone[^1], StringComparison.Ordinal)
        let path = site.Network["subnets"][subnet.Key]["zone"]
        select new Violation(
            $"{context.FormatPath(path)} {subnet.Value.Zone} is not a known zone of {site.Site.Region}. Known zones: {Phrase.And(letters.Select(letter => $"{letter}"))}",
            path);
}
