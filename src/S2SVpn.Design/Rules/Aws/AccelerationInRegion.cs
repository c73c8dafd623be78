using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class AccelerationInRegion : Rule
{
    private const string Commercial = "aws";

    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS123",
        Level = FindingLevel.Error,
        Title = "Accelerated connections are in a commercial region",
        Why = "An accelerated connection gets accelerators of AWS Global Accelerator, which GovCloud, China and the other "
            + "partitions don't have: AWS rejects the connection there.",
        Sources =
        [
            Source.AwsAcceleration,
            new("aws.amazon.com/vpn/faqs/", "AWS: regions of accelerated connections"),
        ],
        Fix = "Leave tunnels.acceleration out.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from resolved in context.ResolvedLinks
        let region = resolved.Aws.Site.Region
        where resolved.Link.Link.Tunnels.Acceleration && AwsRegions.PartitionOf(region) is { } partition && partition != Commercial
        let path = resolved.Link.At("tunnels.acceleration")
        select new Violation($"{context.FormatPath(path)} is not available in {region}", path, resolved.Aws.Path["region"]);
}
