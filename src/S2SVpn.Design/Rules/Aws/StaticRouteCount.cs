using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class StaticRouteCount : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS030",
        Level = FindingLevel.Error,
        Title = "A virtual private gateway has at most 100 static routes per connection",
        Why = "AWS rejects the 101st route of a connection. The quota can't be raised.",
        Sources = [Source.AwsQuotas],
        Fix = "Summarize the networks in link.prefixes.azure, or write gateway: transit for the AWS site.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from resolved in context.ResolvedLinks
        where !resolved.Link.IsBgp && resolved.Aws.Kind == AwsGatewayKind.VirtualPrivate
        let given = resolved.Link.Link.Prefixes.Azure
        let count = given.Count > 0 ? given.Count : resolved.Azure.Networks.Count
        where count > AwsQuotas.StaticRoutesPerConnection
        let path = given.Count > 0 ? resolved.Link.At("prefixes.azure") : resolved.Azure.Network
        select new Violation($"{context.FormatPath(path)} needs {count} static routes in AWS, more than its limit of {AwsQuotas.StaticRoutesPerConnection} per connection", path);
}
