namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A VPC has one VPN gateway.</summary>
public sealed class SecondVpnGateway : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "InvalidVpcState",
        When = RefusalTime.Write,
        Types = ["aws_vpn_gateway", "aws_vpn_gateway_attachment"],
        Source = "github.com/cloudposse/terraform-aws-vpn-connection/issues/22",
    };

    internal override string? Why(RefusalContext context) => context.Values.Text("vpc_id") is { Length: > 0 } vpc
        && VpnGatewayAttachments.GatewayOf(context, vpc) is { } other
        && other != (context.Type == "aws_vpn_gateway" ? context.Id : context.Values.Text("vpn_gateway_id"))
            ? $"{vpc} is attached to {other} already."
            : null;
}
