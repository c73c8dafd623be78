using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class StaticTransitUsesOneConnection : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS114",
        Level = FindingLevel.Warning,
        Title = "A link between a transit gateway and two Azure instances uses BGP",
        Why = "A transit gateway route table has one static route per network, to one attachment. Each VPN connection is an "
            + "attachment, and each Azure instance has its own connection, so AWS sends everything to instance 0 and "
            + "loses all traffic while both tunnels of connection 1 are down. With BGP every connection announces its routes.",
        Sources =
        [
            new("docs.aws.amazon.com/vpc/latest/tgw/tgw-create-static-route.html", "AWS: static routes of a transit gateway"),
            Source.AwsRouting,
        ],
        Fix = "Leave routing out for BGP, or write gateway: { activeActive: false } for the Azure site, whose one connection has two tunnels.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from resolved in context.ResolvedLinks
        where !resolved.Link.IsBgp && resolved.Aws.Kind == AwsGatewayKind.Transit && resolved.Azure.Instances > 1
        let path = resolved.Link.At("routing")
        select new Violation(
            $"{context.FormatPath(path)} static leads the transit gateway of {context.FormatPath(resolved.Aws.Path)} to connection 1 only: "
            + "connection 2 never carries traffic from AWS, and nothing takes over when connection 1 is down",
            path, resolved.Aws.Gateway["kind"]);
}
