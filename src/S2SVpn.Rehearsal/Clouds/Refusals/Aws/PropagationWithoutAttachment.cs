namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

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
