using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Aws;

public sealed class LargeNeedsTransit : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS019",
        Level = FindingLevel.Error,
        Title = "Only a transit gateway has tunnels of 5 Gbps",
        Why = "AWS refuses large tunnels on a virtual private gateway, and a machine of one's own has none.",
        Sources = [Source.AwsTunnelBandwidth],
        Fix = "Write gateway: transit for the AWS site, or leave tunnels.bandwidth out (1.25 Gbps a tunnel).",
    };

    internal override IEnumerable<Fault> Check(RuleContext context) =>
        from joint in context.Joints
        where joint.Link.Link.Tunnels.Bandwidth == Bandwidth.Large
            && joint.Aws.Kind is AwsGatewayKind.VirtualPrivate or AwsGatewayKind.Appliance
        let path = joint.Link.At("tunnels.bandwidth")
        let kind = joint.Aws.Gateway["kind"]
        select new Fault(
            $"{context.Say(path)} large needs a transit gateway, but {context.Say(kind)} is {Words.Of(joint.Aws.Kind)}",
            path, kind);
}
