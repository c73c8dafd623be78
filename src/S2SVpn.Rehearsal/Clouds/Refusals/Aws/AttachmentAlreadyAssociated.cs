namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>An attachment to a transit gateway has one route table.</summary>
public sealed class AttachmentAlreadyAssociated : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "Resource.AlreadyAssociated",
        When = RefusalTime.Create,
        Types = ["aws_ec2_transit_gateway_route_table_association"],
        Source = "docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateTransitGatewayRouteTable.html",
    };

    internal override string? Why(RefusalContext context)
    {
        var attachment = context.Values.Text("transit_gateway_attachment_id");
        return !context.Values.Flag("replace_existing_association") && context.Others.Any(item => item.Values.Text("transit_gateway_attachment_id") == attachment)
            ? $"Transit Gateway Attachment {attachment} is already associated to a route table."
            : null;
    }
}
