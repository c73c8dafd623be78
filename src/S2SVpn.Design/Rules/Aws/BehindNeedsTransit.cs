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
            + "other VPN and Direct Connect connections; other VPCs cannot be reached through it. A machine of one's own hands "
            + "on to its VPC, which hands nothing on to another VPC by a peering.",
        Sources =
        [
            Source.AwsRouting,
            new("docs.aws.amazon.com/vpn/latest/s2svpn/VPN_CloudHub.html", "AWS: VPN CloudHub"),
            new("docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html", "AWS: VPC peering limitations"),
        ],
        Fix = "Write gateway: transit for the site. Accept this if the networks are reached over another VPN or "
            + "Direct Connect.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AwsSites
        where site.Kind is AwsGatewayKind.VirtualPrivate or AwsGatewayKind.Appliance && site.Site.Behind.Count > 0
        let path = site.Path["behind"]
        let why = site.Kind == AwsGatewayKind.Appliance ? "is not reached from its VPC by a peering" : "is not announced by a virtual private gateway"
        select new Violation($"{context.FormatPath(path)} {site.Site.Behind} {why}", path, site.Gateway["kind"])
        {
            Fix = site.Kind == AwsGatewayKind.Appliance
                ? "Use gateway: transit, or accept this if you join the VPC to them yourself, by a transit gateway or another VPN."
                : null,
        };
}
