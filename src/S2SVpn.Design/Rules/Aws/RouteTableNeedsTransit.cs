using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class RouteTableNeedsTransit : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS112",
        Level = FindingLevel.Error,
        Title = "A transit gateway route table is of an existing transit gateway",
        Why = "A virtual private gateway has no route tables of its own, and one of a transit gateway belongs to it: a new transit "
            + "gateway has none yet.",
        Sources = [Source.AwsRouting],
        Fix = "Leave gateway.routeTable out, or name the transit gateway that has it in gateway.existing.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) => WithoutTransit(context).Concat(OfNew(context));

    private static IEnumerable<Violation> OfNew(RuleContext context) =>
        from site in context.AwsSites
        where site.Site.Gateway is { RouteTable: not null, Existing: null } && site.Kind is AwsGatewayKind.Transit
        let path = site.Gateway["routeTable"]
        select new Violation($"{context.FormatPath(path)} {site.Site.Gateway.RouteTable} exists, but {context.FormatPath(site.Gateway)} is a new transit gateway", path);

    private static IEnumerable<Violation> WithoutTransit(RuleContext context) =>
        from site in context.AwsSites
        where site.Site.Gateway.RouteTable is not null && site.Kind is AwsGatewayKind.VirtualPrivate or AwsGatewayKind.Appliance
        let path = site.Gateway["routeTable"]
        let kind = site.Gateway["kind"]
        select new Violation(
            $"{context.FormatPath(path)} {site.Site.Gateway.RouteTable} needs a transit gateway, but {context.FormatPath(kind)} is "
            + Words.Of(site.Kind),
            path, kind);
}
