using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class LargeNeedsTransit : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS019",
        Level = FindingLevel.Error,
        Title = "Tunnels of 5 Gbps need a transit gateway, and are not accelerated",
        Why = "AWS rejects large tunnels on a virtual private gateway and those that are accelerated, and a self-managed gateway has none.",
        Sources = [Source.AwsTunnelBandwidth],
        Fix = "Write gateway: transit for the AWS site and leave tunnels.acceleration out, or leave tunnels.bandwidth out (1.25 Gbps a tunnel).",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) => context.ResolvedLinks
        .Where(resolved => resolved.Link.Link.Tunnels.Bandwidth == Bandwidth.Large)
        .SelectMany(resolved => OfGateway(context, resolved).Concat(Accelerated(context, resolved)));

    private static IEnumerable<Violation> OfGateway(RuleContext context, ResolvedLink resolved)
    {
        var (path, kind) = (resolved.Link.At("tunnels.bandwidth"), resolved.Aws.Gateway["kind"]);
        return resolved.Aws.Kind is not (AwsGatewayKind.VirtualPrivate or AwsGatewayKind.Appliance) ? [] :
        [
            new Violation($"{context.FormatPath(path)} large needs a transit gateway, but {context.FormatPath(kind)} is {Words.Of(resolved.Aws.Kind)}", path, kind),
        ];
    }

    private static IEnumerable<Violation> Accelerated(RuleContext context, ResolvedLink resolved)
    {
        var (path, acceleration) = (resolved.Link.At("tunnels.bandwidth"), resolved.Link.At("tunnels.acceleration"));
        return !resolved.Link.Link.Tunnels.Acceleration ? [] :
        [
            new Violation($"{context.FormatPath(path)} large is not possible with {context.FormatPath(acceleration)}", path, acceleration),
        ];
    }
}
