namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A route leads to a transit gateway only in a VPC that is attached to it.</summary>
public sealed class RouteWithoutAttachment : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "InvalidTransitGatewayID.NotFound",
        When = RefusalTime.Write,
        Types = ["aws_route"],
        // The provider goes on for minutes (internal/service/ec2/vpc_route.go).
        IsRetried = true,
        Source = "github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/ec2/vpc_route_table.go",
    };

    internal override string? Why(RefusalContext context)
    {
        var gateway = context.Values.Text("transit_gateway_id");
        var vpc = context.Find("aws_route_table", context.Values.Text("route_table_id"))?.Text("vpc_id");
        return context.Find("aws_ec2_transit_gateway", gateway) is not null && vpc is not null
            && !context.Store.OfType("aws_ec2_transit_gateway_vpc_attachment").Any(item => item.Values.Text("transit_gateway_id") == gateway && item.Values.Text("vpc_id") == vpc)
            ? $"The transitGateway ID '{gateway}' does not exist: {vpc} is not attached to it."
            : null;
    }
}
