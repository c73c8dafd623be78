using S2SVpn.Rehearsal.Clouds.Model;

namespace S2SVpn.Rehearsal.Clouds.Types.Aws;

/// <summary>The VPN's resources. What a change replaces is as in github.com/hashicorp/terraform-provider-aws, internal/service/ec2.</summary>
internal static class AwsVpnTypes
{
    public static IEnumerable<CloudType> All { get; } =
    [
        new("aws_vpn_gateway")
        {
            ForceNew = ["amazon_side_asn", "availability_zone"],
            Id = context => AwsCloud.Id(context, "vgw"),
            // docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpnGateway.html
            Make = (_, gateway) => gateway.SetIfUnknown("amazon_side_asn", "64512"),
            // It is detached first: traffic is down from there.
            BeforeDelete = gateway => gateway.With("vpc_id", ""),
        },
        new("aws_vpn_gateway_attachment")
        {
            ForceNew = ["vpc_id", "vpn_gateway_id"],
            Id = context => $"vpn-attachment-{context.Hash(8)}",
        },
        new("aws_vpn_gateway_route_propagation")
        {
            ForceNew = ["vpn_gateway_id", "route_table_id"],
            Id = context => $"{context.Planned.Text("vpn_gateway_id")}_{context.Planned.Text("route_table_id")}",
        },
        new("aws_vpn_connection_route")
        {
            ForceNew = ["vpn_connection_id", "destination_cidr_block"],
            Id = context => $"{context.Planned.Text("destination_cidr_block")}:{context.Planned.Text("vpn_connection_id")}",
        },
        new("aws_customer_gateway")
        {
            ForceNew = ["bgp_asn", "bgp_asn_extended", "certificate_arn", "device_name", "ip_address", "type"],
            // A request with the same values as another in the region gets that one; its device name tells it apart
            // (docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateCustomerGateway.html).
            Id = context => context.Store.OfType(context.Type)
                .Where(other => new[] { "region", "type", "ip_address", "bgp_asn", "bgp_asn_extended", "device_name" }.All(name => other.Values[name] == context.Planned[name]))
                .Select(other => other.Id)
                .FirstOrDefault() ?? AwsCloud.Id(context, "cgw"),
        },
        new("aws_vpn_connection")
        {
            Sensitive = ["customer_gateway_configuration", "tunnel1_preshared_key", "tunnel2_preshared_key"],
            ForceNew =
            [
                "type", "static_routes_only", "enable_acceleration", "tunnel_inside_ip_version",
                "tunnel1_inside_cidr", "tunnel1_inside_ipv6_cidr", "tunnel2_inside_cidr", "tunnel2_inside_ipv6_cidr",
            ],
            // Without the block they stay as they are.
            ComputedBlocks =
            [
                "tunnel1_log_options", "tunnel1_log_options.cloudwatch_log_options", "tunnel2_log_options", "tunnel2_log_options.cloudwatch_log_options",
            ],
            Id = context => AwsCloud.Id(context, "vpn"),
            Make = AwsVpnConnection.Make,
        },
    ];
}
