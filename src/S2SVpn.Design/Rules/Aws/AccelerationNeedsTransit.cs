using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class AccelerationNeedsTransit : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS018",
        Level = FindingLevel.Error,
        Title = "Accelerated connections need a transit gateway",
        Why = "AWS rejects acceleration on a virtual private gateway, and a self-managed gateway has none.",
        Sources = [Source.AwsAcceleration, Source.AwsProvider],
        Fix = "Write gateway: transit for the AWS site, or leave tunnels.acceleration out.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from resolved in context.ResolvedLinks
        where resolved.Link.Link.Tunnels.Acceleration
            && resolved.Aws.Kind is AwsGatewayKind.VirtualPrivate or AwsGatewayKind.Appliance
        let path = resolved.Link.At("tunnels.acceleration")
        let kind = resolved.Aws.Gateway["kind"]
        select new Violation(
            $"{context.FormatPath(path)} needs a transit gateway, but {context.FormatPath(kind)} is {Words.Of(resolved.Aws.Kind)}", path, kind);
}
