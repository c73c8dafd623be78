using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class SubnetsInKnownZones : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS115",
        Level = FindingLevel.Warning,
        Title = "Several subnets are in zones that the request names",
        Why = "AWS chooses the zone of the first subnet that names none, since not every account has every zone. It can be the zone of "
            + "another subnet, and one zone failure then affects both.",
        Sources =
        [
            new("docs.aws.amazon.com/vpc/latest/userguide/create-subnets.html", "AWS: create a subnet"),
            new("docs.aws.amazon.com/ram/latest/userguide/working-with-az-ids.html", "AWS: zones by account"),
        ],
        Fix = "Write a zone for each subnet, such as { zone: a } and { zone: b }.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AwsSites
        let subnets = site.Site.Network.Subnets.Where(subnet => subnet.Value.Existing is null).ToList()
        where subnets.Count > 1 && subnets[0].Value.Zone is null
        let path = site.Path.At("network.subnets")[subnets[0].Key]
        select new Violation($"{context.FormatPath(path)} names no zone, so that it can be in the zone of another subnet", path["zone"]);
}
