namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>Which VPN gateway is attached to which VPC: by itself, or by an attachment that is a resource of its own.</summary>
internal static class VpnGatewayAttachments
{
    public static string? VpcOf(RefusalContext context, string gateway) =>
        context.Find("aws_vpn_gateway", gateway)?.Text("vpc_id") is { Length: > 0 } vpc ? vpc
        : context.Store.OfType("aws_vpn_gateway_attachment").FirstOrDefault(item => item.Values.Text("vpn_gateway_id") == gateway)?.Values.Text("vpc_id");

    public static string? GatewayOf(RefusalContext context, string vpc) =>
        context.OthersOf("aws_vpn_gateway").FirstOrDefault(item => item.Values.Text("vpc_id") == vpc)?.Id
        ?? context.OthersOf("aws_vpn_gateway_attachment").FirstOrDefault(item => item.Values.Text("vpc_id") == vpc)?.Values.Text("vpn_gateway_id");
}

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

/// <summary>A VPN gateway tells its routes to tables of the VPC that it is attached to.</summary>
public sealed class PropagationWithoutAttachment : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "Gateway.NotAttached",
        When = RefusalTime.Create,
        Types = ["aws_vpn_gateway_route_propagation"],
        // The provider goes on for minutes (internal/service/ec2/vpc_route_table.go).
        IsRetried = true,
        Source = "docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html",
    };

    internal override string? Why(RefusalContext context)
    {
        var gateway = context.Values.Text("vpn_gateway_id");
        var vpc = context.Find("aws_route_table", context.Values.Text("route_table_id"))?.Text("vpc_id");
        // Where an existing gateway is attached isn't known.
        return context.Find("aws_vpn_gateway", gateway) is not null && vpc is not null && VpnGatewayAttachments.VpcOf(context, gateway!) != vpc
            ? $"{gateway} is not attached to {vpc}."
            : null;
    }
}
