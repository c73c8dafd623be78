namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A transit gateway stays while anything is attached to it.</summary>
public sealed class TransitGatewayInUse : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "IncorrectState",
        When = RefusalTime.Delete,
        Types = ["aws_ec2_transit_gateway"],
        // The provider goes on for minutes (internal/service/ec2/transitgateway_.go).
        IsRetried = true,
        Source = "github.com/hashicorp/terraform-provider-aws/pull/9497",
    };

    private static readonly Dictionary<string, string> Attachments = new(StringComparer.Ordinal)
    {
        ["aws_vpn_connection"] = "VPN",
        ["aws_ec2_transit_gateway_vpc_attachment"] = "VPC",
    };

    internal override string? Why(RefusalContext context) =>
        context.Store.Objects.FirstOrDefault(item => Attachments.ContainsKey(item.Type) && item.Values.Text("transit_gateway_id") == context.Id) is { } user
            ? $"{context.Id} has non-deleted {Attachments[user.Type]} Attachments: {user.Values.Text("transit_gateway_attachment_id") ?? user.Id}."
            : null;
}
