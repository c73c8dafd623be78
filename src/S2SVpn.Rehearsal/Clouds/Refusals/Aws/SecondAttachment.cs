namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A VPC is attached to a transit gateway once.</summary>
public sealed class SecondAttachment : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "DuplicateTransitGatewayAttachment",
        When = RefusalTime.Create,
        Types = ["aws_ec2_transit_gateway_vpc_attachment"],
        Source = "github.com/hashicorp/terraform-provider-aws/issues/25868",
    };

    internal override string? Why(RefusalContext context) =>
        context.Others.FirstOrDefault(other => Ends(other.Values) == Ends(context.Values)) is { } other
            ? $"{context.Values.Text("transit_gateway_id")} has non-deleted Transit Gateway Attachments with same VPC ID: {other.Id}."
            : null;

    private static (string? Gateway, string? Vpc) Ends(Values.Attributes attachment) => (attachment.Text("transit_gateway_id"), attachment.Text("vpc_id"));
}
