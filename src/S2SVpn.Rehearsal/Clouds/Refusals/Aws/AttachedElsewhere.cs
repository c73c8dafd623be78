namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A VPN gateway is attached to one VPC.</summary>
public sealed class AttachedElsewhere : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "VpnGatewayAttachmentLimitExceeded",
        When = RefusalTime.Create,
        Types = ["aws_vpn_gateway_attachment"],
        Source = "docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html",
    };

    internal override string? Why(RefusalContext context)
    {
        var gateway = context.Values.Text("vpn_gateway_id") ?? "";
        return VpnGatewayAttachments.VpcOf(context, gateway) is { } vpc && vpc != context.Values.Text("vpc_id") ? $"{gateway} is attached to {vpc} already." : null;
    }
}
