using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Aws;

public sealed class KnownZone : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS119",
        Level = FindingLevel.Warning,
        Title = "A subnet is in a zone that its region is known to have",
        Why = "AWS refuses a subnet in a zone that the account doesn't have.",
        Sources =
        [
            new("docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-regions-availability-zones.html", "AWS: regions and zones"),
        ],
        Fix = "Write the letter of another zone, or leave zone out. Accept this where AWS has got a new one.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AwsSites
        let letters = AwsRegions.ZonesOf(site.Site.Region)
        where letters is not null
        from subnet in site.Site.Network.Subnets
        where subnet.Value.Zone is { } zone && !letters.Contains(zone[^1], StringComparison.Ordinal)
        let path = site.Network["subnets"][subnet.Key]["zone"]
        select new Violation(
            $"{context.FormatPath(path)} {subnet.Value.Zone} is no zone of {site.Site.Region} that is known here; these are {Phrase.And(letters.Select(letter => $"{letter}"))}",
            path);
}
