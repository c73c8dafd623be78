using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class SubnetsInKnownZones : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS115",
        Level = FindingLevel.Warning,
        Title = "Several subnets are in zones that the request names",
        Why = "AWS chooses the zone of the first subnet that names none, since not every account has every zone. It can be the zone of "
            + "another subnet, and one zone failure then affects both. A transit gateway's attachment accepts one subnet per zone, and rejects a second "
            + "one of the same (DuplicateSubnetsInSameZone).",
        Sources =
        [
            new("docs.aws.amazon.com/vpc/latest/userguide/create-subnets.html", "AWS: create a subnet"),
            new("docs.aws.amazon.com/ram/latest/userguide/working-with-az-ids.html", "AWS: zones by account"),
            new("docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html", "AWS: transit gateway attachments"),
        ],
        Fix = "Write a zone for each subnet, such as { zone: a } and { zone: b }.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) => OfNew(context).Concat(OfAttachments(context));

    // The zone of an existing subnet is known only if the request says it.
    private static IEnumerable<Violation> OfAttachments(RuleContext context) =>
        from site in context.AwsSites
        where site.Kind == AwsGatewayKind.Transit && site.Site.Network.Subnets.Count > 1
        from subnet in site.Site.Network.Subnets
        where subnet.Value is { Existing: not null, Zone: null }
        let path = site.Path.At("network.subnets")[subnet.Key]
        select new Violation($"{context.FormatPath(path)} names no zone, so that the transit gateway can be attached to two subnets of one zone", path["zone"])
        {
            Fix = "Write the zone that each existing subnet is in, such as { existing: subnet-0a1b2c3d4e5f60718, zone: a }.",
        };

    private static IEnumerable<Violation> OfNew(RuleContext context) =>
        from site in context.AwsSites
        let subnets = site.Site.Network.Subnets.Where(subnet => subnet.Value.Existing is null).ToList()
        where subnets.Count > 1 && subnets[0].Value.Zone is null
        let path = site.Path.At("network.subnets")[subnets[0].Key]
        select new Violation($"{context.FormatPath(path)} names no zone, so that it can be in the zone of another subnet", path["zone"]);
}
