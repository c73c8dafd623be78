using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class NoConcentrator : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS020",
        Level = FindingLevel.Error,
        Title = "The AWS gateway is not a VPN concentrator",
        Why = "A concentrator is meant for 25 or more small sites of 100 Mbps: all of them share 5 Gbps, and "
            + "one pair of Azure tunnels can use more than its share.",
        Sources =
        [
            new("github.com/hashicorp/terraform-provider-aws/pull/45175", "Terraform provider aws: VPN concentrators"),
        ],
        Fix = "Write gateway: virtual-private or gateway: transit.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AwsSites
        where site.Kind == AwsGatewayKind.Concentrator
        let path = site.Gateway["kind"]
        select new Violation(
            $"{context.FormatPath(path)} is concentrator, which is not supported: it is meant for many small sites", path);
}
