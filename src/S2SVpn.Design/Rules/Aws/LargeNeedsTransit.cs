using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class LargeNeedsTransit : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS019",
        Level = FindingLevel.Error,
        Title = "Tunnels of 5 Gbps need a transit gateway",
        Why = "AWS rejects large tunnels on a virtual private gateway, and a self-managed gateway has none.",
        Sources = [Source.AwsTunnelBandwidth],
        Fix = "Write gateway: transit for the AWS site, or leave tunnels.bandwidth out (1.25 Gbps a tunnel).",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from resolved in context.ResolvedLinks
        where resolved.Link.Link.Tunnels.Bandwidth == Bandwidth.Large
            && resolved.Aws.Kind is AwsGatewayKind.VirtualPrivate or AwsGatewayKind.Appliance
        let path = resolved.Link.At("tunnels.bandwidth")
        let kind = resolved.Aws.Gateway["kind"]
        select new Violation(
            $"{context.FormatPath(path)} large needs a transit gateway, but {context.FormatPath(kind)} is {Words.Of(resolved.Aws.Kind)}",
            path, kind);
}
