using System.Text.Json.Nodes;

namespace S2SVpn.Rehearsal.Tests.Changes;

/// <summary>One attribute of an example's configuration that is changed.</summary>
/// <param name="Example">The name of the example.</param>
/// <param name="Type">The type of the resource, of which the first is taken.</param>
/// <param name="Path">The attribute, as <c>block.attribute</c> where it is in a block.</param>
/// <param name="Value">What it is then, in JSON; <c>null</c> takes it out.</param>
/// <param name="IsIgnored">Whether the provider leaves it as it is.</param>
public sealed record AwsEdit(string Example, string Type, string Path, string Value, bool IsIgnored = false)
{
    private const string Transit = "everything";
    private const string Private = "lab-single-gateway";

    // Each attribute that a request reaches, and those whose change replaces something.
    public static IReadOnlyDictionary<string, AwsEdit> All { get; } = new AwsEdit[]
    {
        new(Transit, "aws_vpc", "cidr_block", "\"10.6.0.0/16\""),
        new(Transit, "aws_vpc", "instance_tenancy", "\"dedicated\""),
        new(Transit, "aws_vpc", "enable_dns_hostnames", "false"),
        new(Transit, "aws_subnet", "cidr_block", "\"10.2.9.0/24\""),
        new(Transit, "aws_subnet", "availability_zone", "\"eu-central-1c\""),
        new(Transit, "aws_subnet", "map_public_ip_on_launch", "true"),
        new(Transit, "aws_vpc_ipv4_cidr_block_association", "cidr_block", "\"10.7.0.0/16\""),
        new(Transit, "aws_route", "destination_cidr_block", "\"10.8.0.0/16\""),
        new(Transit, "aws_route", "transit_gateway_id", "\"tgw-0123456789abcdef0\""),
        new(Transit, "aws_route_table_association", "subnet_id", "\"subnet-0123456789abcdef0\""),
        new(Transit, "aws_security_group", "name", "\"other\""),
        new(Transit, "aws_security_group", "description", "\"Something else\""),
        new(Transit, "aws_vpc_security_group_ingress_rule", "cidr_ipv4", "\"10.1.9.0/24\""),
        new(Transit, "aws_vpc_security_group_egress_rule", "description", "\"Something else\""),
        new(Transit, "aws_ec2_transit_gateway", "amazon_side_asn", "64700"),
        new(Transit, "aws_ec2_transit_gateway", "vpn_ecmp_support", "\"disable\""),
        new(Transit, "aws_ec2_transit_gateway", "multicast_support", "\"enable\""),
        new(Transit, "aws_ec2_transit_gateway", "default_route_table_association", "\"disable\""),
        new(Transit, "aws_ec2_transit_gateway", "description", "\"other\""),
        new(Transit, "aws_ec2_transit_gateway_vpc_attachment", "subnet_ids", "[\"subnet-0123456789abcdef0\"]"),
        new(Transit, "aws_ec2_transit_gateway_vpc_attachment", "appliance_mode_support", "\"enable\""),
        new(Transit, "aws_ec2_tag", "value", "\"other\""),
        new(Transit, "aws_customer_gateway", "bgp_asn", "\"65010\""),
        new(Transit, "aws_customer_gateway", "device_name", "\"other\""),
        new(Transit, "aws_vpn_connection", "transit_gateway_id", "\"tgw-0123456789abcdef0\""),
        new(Transit, "aws_vpn_connection", "tunnel1_log_options", "null", IsIgnored: true),
        new(Transit, "aws_vpn_connection", "tunnel1_dpd_timeout_seconds", "60"),
        new(Transit, "aws_vpn_connection", "tunnel1_phase1_dh_group_numbers", "[14]"),
        new(Transit, "aws_vpn_connection", "tunnel1_inside_cidr", "\"169.254.22.40/30\""),
        new(Transit, "aws_vpn_connection", "tunnel1_preshared_key", "\"another.key.of.24.letters\""),
        new(Transit, "aws_vpn_connection", "local_ipv4_network_cidr", "\"10.1.0.0/16\""),
        new(Transit, "aws_vpn_connection", "outside_ip_address_type", "\"PrivateIpv4\""),
        new(Transit, "aws_vpn_connection", "preshared_key_storage", "\"SecretsManager\""),
        new(Transit, "aws_vpn_connection", "tunnel_inside_ip_version", "\"ipv6\""),
        new(Transit, "aws_vpn_connection", "enable_acceleration", "true"),
        new(Transit, "aws_vpn_connection", "tags.Name", "\"other\""),
        new(Transit, "aws_instance", "instance_type", "\"t3.small\""),
        new(Transit, "aws_instance", "private_ip", "\"10.2.1.20\""),
        new(Transit, "aws_instance", "user_data", "\"#cloud-config\""),
        new(Transit, "aws_instance", "vpc_security_group_ids", "[\"sg-0123456789abcdef0\"]"),
        new(Transit, "aws_eip", "instance", "null", IsIgnored: true),
        new(Transit, "aws_key_pair", "key_name", "\"other\""),
        new(Transit, "aws_cloudwatch_log_group", "retention_in_days", "30"),
        new(Transit, "aws_cloudwatch_log_group", "name", "\"/other\""),
        new(Transit, "aws_cloudwatch_metric_alarm", "evaluation_periods", "3"),
        new(Transit, "aws_cloudwatch_metric_alarm", "alarm_name", "\"other\""),
        new(Transit, "aws_cloudwatch_dashboard", "dashboard_name", "\"other\""),
        new(Transit, "aws_sns_topic", "name", "\"other\""),
        new(Transit, "aws_sns_topic", "kms_master_key_id", "\"alias/alarms\""),
        new(Transit, "aws_sns_topic_subscription", "endpoint", "\"other@example.com\""),
        new(Transit, "aws_secretsmanager_secret", "name", "\"other\""),
        new(Transit, "aws_secretsmanager_secret", "recovery_window_in_days", "7"),
        new(Transit, "aws_secretsmanager_secret_version", "secret_string", "\"other\""),
        new(Private, "aws_vpn_gateway", "amazon_side_asn", "\"64700\""),
        new(Private, "aws_vpn_gateway", "vpc_id", "\"vpc-0123456789abcdef0\""),
        new(Private, "aws_vpn_gateway_route_propagation", "route_table_id", "\"rtb-0123456789abcdef0\""),
        new(Private, "aws_vpn_connection", "vpn_gateway_id", "\"vgw-0123456789abcdef0\""),
        new(Private, "aws_vpn_connection", "customer_gateway_id", "\"cgw-0123456789abcdef0\""),
        new(Private, "aws_vpn_connection", "static_routes_only", "false"),
        new(Private, "aws_vpn_connection_route", "destination_cidr_block", "\"10.8.0.0/16\""),
        new(Private, "aws_route", "gateway_id", "\"igw-0123456789abcdef0\""),
        new(Private, "aws_internet_gateway", "vpc_id", "\"vpc-0123456789abcdef0\""),
    }.ToDictionary(edit => $"{edit.Type} {edit.Path} {edit.Value}", StringComparer.Ordinal);

    public JsonNode Apply(JsonNode configuration)
    {
        var edited = configuration.DeepClone();
        var block = edited["resource"]![Type]!.AsObject().First().Value!;
        var path = Path.Split('.');
        foreach (var name in path[..^1])
        {
            block = block[name]!;
        }

        if (Value == "null")
        {
            block.AsObject().Remove(path[^1]);
        }
        else
        {
            block[path[^1]] = JsonNode.Parse(Value);
        }

        return edited;
    }
}
