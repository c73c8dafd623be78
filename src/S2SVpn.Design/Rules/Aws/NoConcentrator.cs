using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Aws;

public sealed class NoConcentrator : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS020",
        Level = FindingLevel.Error,
        Title = "The AWS gateway is no VPN concentrator",
        Why = "A concentrator is made for 25 and more small sites of 100 Mbps: it shares 5 Gbps among all of "
            + "them, where one pair of Azure tunnels alone can carry more than its part.",
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
            $"{context.FormatPath(path)} is concentrator, which is made for many small sites and not for another cloud", path);
}
