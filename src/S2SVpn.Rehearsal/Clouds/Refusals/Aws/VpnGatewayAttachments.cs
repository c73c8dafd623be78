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
