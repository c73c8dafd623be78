namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A VPN gateway stays while a connection ends at it.</summary>
public sealed class VpnGatewayInUse : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "IncorrectState",
        When = RefusalTime.Delete,
        Types = ["aws_vpn_gateway"],
        // The provider goes on for minutes (internal/service/ec2/vpnsite_gateway.go).
        IsRetried = true,
        Source = "github.com/hashicorp/terraform-provider-aws/pull/5831",
    };

    internal override string? Why(RefusalContext context) =>
        context.OthersOf("aws_vpn_connection").FirstOrDefault(connection => connection.Values.Text("vpn_gateway_id") == context.Id) is { } user
            ? $"The VPN gateway is in use: {user.Id}."
            : null;
}
