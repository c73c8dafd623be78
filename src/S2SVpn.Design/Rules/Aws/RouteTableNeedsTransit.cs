using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class RouteTableNeedsTransit : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS112",
        Level = FindingLevel.Error,
        Title = "A transit gateway route table needs a transit gateway",
        Why = "A virtual private gateway has no route tables of its own.",
        Sources = [Source.AwsRouting],
        Fix = "Leave gateway.routeTable out, or write gateway.kind: transit.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AwsSites
        where site.Site.Gateway.RouteTable is not null && site.Kind is AwsGatewayKind.VirtualPrivate or AwsGatewayKind.Appliance
        let path = site.Gateway["routeTable"]
        let kind = site.Gateway["kind"]
        select new Violation(
            $"{context.FormatPath(path)} {site.Site.Gateway.RouteTable} needs a transit gateway, but {context.FormatPath(kind)} is "
            + Words.Of(site.Kind),
            path, kind);
}
