namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A VPC has one VPN gateway.</summary>
public sealed class SecondVpnGateway : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "InvalidVpcState",
        When = RefusalTime.Write,
        Types = ["aws_vpn_gateway"],
        Source = "github.com/cloudposse/terraform-aws-vpn-connection/issues/22",
    };

    internal override string? Why(Situation situation) => situation.Values.Text("vpc_id") is { } vpc
        && situation.Others.FirstOrDefault(gateway => gateway.Values.Text("vpc_id") == vpc) is { } other
            ? $"{vpc} is attached to {other.Id} already."
            : null;
}
