using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Aws;

public sealed class AccelerationNeedsTransit : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS018",
        Level = FindingLevel.Error,
        Title = "Only a transit gateway takes accelerated connections",
        Why = "AWS refuses acceleration on a virtual private gateway, and a machine of one's own has none.",
        Sources = [Source.AwsAcceleration, Source.AwsProvider],
        Fix = "Write gateway: transit for the AWS site, or leave tunnels.acceleration out.",
    };

    internal override IEnumerable<Fault> Check(RuleContext context) =>
        from joint in context.Joints
        where joint.Link.Link.Tunnels.Acceleration
            && joint.Aws.Kind is AwsGatewayKind.VirtualPrivate or AwsGatewayKind.Appliance
        let path = joint.Link.At("tunnels.acceleration")
        let kind = joint.Aws.Gateway["kind"]
        select new Fault(
            $"{context.Say(path)} needs a transit gateway, but {context.Say(kind)} is {Words.Of(joint.Aws.Kind)}", path, kind);
}
