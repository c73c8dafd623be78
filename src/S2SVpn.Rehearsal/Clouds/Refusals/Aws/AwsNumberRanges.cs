namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>The bounds that the AWS provider knows for a number.</summary>
public sealed class AwsNumberRanges : NumberRanges
{
    private const string Connection = "aws_vpn_connection";

    public override RefusalFacts Facts { get; } = new()
    {
        When = RefusalTime.Validate,
        Types = ["aws_*"],
        Source = "github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/ec2/vpnsite_connection.go",
    };

    private protected override IReadOnlyList<(string Type, string Argument, long First, long Last)> All { get; } =
    [
        .. Both("phase1_lifetime_seconds", 900, 28800),
        .. Both("phase2_lifetime_seconds", 900, 3600),
        .. Both("rekey_margin_time_seconds", 60, 1800),
        .. Both("rekey_fuzz_percentage", 0, 100),
        .. Both("replay_window_size", 64, 2048),
        .. Both("dpd_timeout_seconds", 30, int.MaxValue),
        ("aws_customer_gateway", "bgp_asn", 1, int.MaxValue),
        ("aws_customer_gateway", "bgp_asn_extended", 1L + int.MaxValue, 4294967294),
        ("aws_vpc_security_group_ingress_rule", "from_port", -1, ushort.MaxValue),
        ("aws_vpc_security_group_ingress_rule", "to_port", -1, ushort.MaxValue),
        ("aws_vpc_security_group_egress_rule", "from_port", -1, ushort.MaxValue),
        ("aws_vpc_security_group_egress_rule", "to_port", -1, ushort.MaxValue),
    ];

    private static IEnumerable<(string, string, long, long)> Both(string argument, long first, long last) =>
        [(Connection, $"tunnel1_{argument}", first, last), (Connection, $"tunnel2_{argument}", first, last)];
}
