using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Aws;

public sealed class StaticRouteCount : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS030",
        Level = FindingLevel.Error,
        Title = "A virtual private gateway gets at most 100 static routes per connection",
        Why = "AWS refuses the 101st route of a connection; the quota can't be raised.",
        Sources = [Source.AwsQuotas],
        Fix = "Sum the networks up in link.prefixes.azure, or write gateway: transit for the AWS site.",
    };

    internal override IEnumerable<Fault> Check(RuleContext context) =>
        from joint in context.Joints
        where !joint.Link.IsBgp && joint.Aws.Kind == AwsGatewayKind.VirtualPrivate
        let given = joint.Link.Link.Prefixes.Azure
        let count = given.Count > 0 ? given.Count : joint.Azure.Networks.Count
        where count > AwsQuotas.StaticRoutesPerConnection
        let path = given.Count > 0 ? joint.Link.At("prefixes.azure") : joint.Azure.Network
        select new Fault($"{context.Say(path)} makes {count} static routes in AWS, which takes {AwsQuotas.StaticRoutesPerConnection} a connection", path);
}
