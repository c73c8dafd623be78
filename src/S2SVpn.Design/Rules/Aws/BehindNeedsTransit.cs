using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class BehindNeedsTransit : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS113",
        Level = FindingLevel.Warning,
        Title = "Networks behind an AWS site need a transit gateway",
        Why = "A virtual private gateway belongs to one VPC. It announces that VPC and the routes from its "
            + "other VPN and Direct Connect connections; other VPCs cannot be reached through it.",
        Sources =
        [
            Source.AwsRouting,
            new("docs.aws.amazon.com/vpn/latest/s2svpn/VPN_CloudHub.html", "AWS: VPN CloudHub"),
        ],
        Fix = "Write gateway: transit for the site. Accept this if the networks are reached over another VPN or "
            + "Direct Connect.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AwsSites
        where site.Kind == AwsGatewayKind.VirtualPrivate && site.Site.Behind.Count > 0
        let path = site.Path["behind"]
        select new Violation(
            $"{context.FormatPath(path)} {site.Site.Behind} is not announced by a virtual private gateway", path, site.Gateway["kind"]);
}
