using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class OneStaticRoutePerNetwork : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS125",
        Level = FindingLevel.Warning,
        Title = "A transit gateway reaches a network over one static link",
        Why = "A transit gateway route table has one static route per network, to one attachment. The first link gets it: the others carry nothing "
            + "to that network, and none of them takes over when the first is down.",
        Sources =
        [
            new("docs.aws.amazon.com/vpc/latest/tgw/tgw-create-static-route.html", "AWS: static routes of a transit gateway"),
            Source.AwsRouting,
        ],
        Fix = "Leave routing out for BGP, which takes over by itself, or give each link networks of its own in behind or prefixes.azure.",
    };

    internal override bool NeedsPlan => true;

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AwsSites
        where site.Kind == AwsGatewayKind.Transit
        from same in context.ResolvedLinks.Zip(context.Plan.Links, (Resolved, Plan) => (Resolved, Plan))
            .Where(link => link.Resolved.Aws == site && !link.Resolved.Link.IsBgp)
            .SelectMany(link => link.Plan.Networks.AzureSeenFromAws.Distinct().Select(network => (Network: network, link.Resolved.Link)))
            .GroupBy(each => each.Network, each => each.Link)
        from other in same.Skip(1)
        group same.Key by (First: same.First(), Other: other) into lost
        select new Violation(
            $"{context.FormatPath(lost.Key.Other.Path)} brings {Phrase.Some([.. lost.Select(network => $"{network}")])} to the transit gateway of "
            + $"{context.FormatPath(lost.Key.First.ResolvedLink!.Aws.Path)}, whose static route leads to {context.FormatPath(lost.Key.First.Path)}",
            lost.Key.Other.Path, lost.Key.First.Path);
}
