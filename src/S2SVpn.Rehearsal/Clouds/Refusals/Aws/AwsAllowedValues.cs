namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>The words that the AWS provider knows for an argument.</summary>
public sealed class AwsAllowedValues : AllowedValues
{
    private const string Connection = "aws_vpn_connection";

    public override RefusalFacts Facts { get; } = new()
    {
        When = RefusalTime.Validate,
        Types = ["aws_*"],
        Source = "github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/ec2/vpnsite_connection.go",
    };

    private protected override IReadOnlyList<(string Type, string Argument, string[] Words)> All { get; } =
    [
        (Connection, "type", ["ipsec.1"]),
        (Connection, "tunnel_inside_ip_version", ["ipv4", "ipv6"]),
        (Connection, "outside_ip_address_type", ["PublicIpv4", "PrivateIpv4", "Ipv6"]),
        (Connection, "tunnel_bandwidth", ["standard", "large"]),
        (Connection, "preshared_key_storage", ["Standard", "SecretsManager"]),
        .. Both(Connection, "dpd_timeout_action", "clear", "none", "restart"),
        .. Both(Connection, "startup_action", "add", "start"),
        .. Both(Connection, "ike_versions", "ikev1", "ikev2"),
        .. Both(Connection, "phase1_encryption_algorithms", "AES128", "AES256", "AES128-GCM-16", "AES256-GCM-16"),
        .. Both(Connection, "phase2_encryption_algorithms", "AES128", "AES256", "AES128-GCM-16", "AES256-GCM-16"),
        .. Both(Connection, "phase1_integrity_algorithms", "SHA1", "SHA2-256", "SHA2-384", "SHA2-512"),
        .. Both(Connection, "phase2_integrity_algorithms", "SHA1", "SHA2-256", "SHA2-384", "SHA2-512"),
        .. Both(Connection, "log_options.cloudwatch_log_options.log_output_format", "json", "text"),
        .. Both(Connection, "log_options.cloudwatch_log_options.bgp_log_output_format", "json", "text"),
        ("aws_customer_gateway", "type", ["ipsec.1"]),
        ("aws_vpc", "instance_tenancy", ["default", "dedicated"]),
        ("aws_ec2_transit_gateway", "auto_accept_shared_attachments", ["enable", "disable"]),
        ("aws_ec2_transit_gateway", "default_route_table_association", ["enable", "disable"]),
        ("aws_ec2_transit_gateway", "default_route_table_propagation", ["enable", "disable"]),
        ("aws_ec2_transit_gateway", "dns_support", ["enable", "disable"]),
        ("aws_ec2_transit_gateway", "multicast_support", ["enable", "disable"]),
        ("aws_ec2_transit_gateway", "vpn_ecmp_support", ["enable", "disable"]),
        ("aws_ec2_transit_gateway_vpc_attachment", "dns_support", ["enable", "disable"]),
        ("aws_ec2_transit_gateway_vpc_attachment", "appliance_mode_support", ["enable", "disable"]),
        ("aws_vpc_security_group_ingress_rule", "ip_protocol", Protocols),
        ("aws_vpc_security_group_egress_rule", "ip_protocol", Protocols),
        ("aws_cloudwatch_metric_alarm", "comparison_operator", ["GreaterThanOrEqualToThreshold", "GreaterThanThreshold", "LessThanThreshold", "LessThanOrEqualToThreshold", "LessThanLowerOrGreaterThanUpperThreshold", "LessThanLowerThreshold", "GreaterThanUpperThreshold"]),
        ("aws_cloudwatch_metric_alarm", "statistic", ["SampleCount", "Average", "Sum", "Minimum", "Maximum"]),
        ("aws_cloudwatch_metric_alarm", "treat_missing_data", ["breaching", "notBreaching", "ignore", "missing"]),
        ("aws_eip", "domain", ["vpc", "standard"]),
    ];

    // By name or by number; those that this project has are enough to tell a slip.
    private static string[] Protocols => ["-1", "tcp", "udp", "icmp", "6", "17", "1", "icmpv6", "58", "50", "51"];
}
