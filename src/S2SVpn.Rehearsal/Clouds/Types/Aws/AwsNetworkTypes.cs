using S2SVpn.Rehearsal.Clouds.Model;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Types.Aws;

/// <summary>VPCs and what is in them. What a change replaces is as in github.com/hashicorp/terraform-provider-aws, internal/service/ec2.</summary>
internal static class AwsNetworkTypes
{
    private static readonly string[] Targets = ["gateway_id", "nat_gateway_id", "transit_gateway_id", "vpc_endpoint_id", "vpc_peering_connection_id"];

    public static IEnumerable<CloudType> All { get; } =
    [
        new("aws_vpc")
        {
            Version = 1,
            ForceNew = ["cidr_block", "ipv4_ipam_pool_id", "ipv4_netmask_length"],
            ForceNewIf = (prior, planned) => prior.Text("instance_tenancy") == "default" && planned.Text("instance_tenancy") == "dedicated" ? ["instance_tenancy"] : [],
            Defaults = new Dictionary<string, Value> { ["instance_tenancy"] = "default", ["enable_dns_support"] = true },
            Id = context => AwsCloud.Id(context, "vpc"),
            Make = (context, vpc) => vpc
                .SetIfUnknown("main_route_table_id", AwsCloud.Id(context, "rtb"))
                .SetIfUnknown("default_route_table_id", AwsCloud.Id(context, "rtb"))
                .SetIfUnknown("default_network_acl_id", AwsCloud.Id(context, "acl"))
                .SetIfUnknown("default_security_group_id", AwsCloud.Id(context, "sg"))
                .SetIfUnknown("dhcp_options_id", AwsCloud.Id(context, "dopt"))
                .SetIfUnknown("ipv6_association_id", Value.Null),
        },
        new("aws_subnet")
        {
            Version = 1,
            ForceNew = ["vpc_id", "cidr_block", "availability_zone", "availability_zone_id", "ipv6_native", "outpost_arn"],
            Defaults = new Dictionary<string, Value>
            {
                ["assign_ipv6_address_on_creation"] = false,
                ["enable_dns64"] = false,
                ["enable_resource_name_dns_a_record_on_launch"] = false,
                ["enable_resource_name_dns_aaaa_record_on_launch"] = false,
                ["ipv6_native"] = false,
                ["map_public_ip_on_launch"] = false,
            },
            Id = context => AwsCloud.Id(context, "subnet"),
            Make = (context, subnet) => subnet
                .SetIfUnknown("availability_zone", $"{AwsCloud.Region(context.Settings, subnet)}a")
                .SetIfUnknown("availability_zone_id", Value.Null)
                .SetIfUnknown("private_dns_hostname_type_on_launch", "ip-name")
                .SetIfUnknown("ipv6_cidr_block_association_id", Value.Null),
        },
        new("aws_route_table")
        {
            ForceNew = ["vpc_id"],
            Id = context => AwsCloud.Id(context, "rtb"),
        },
        new("aws_route_table_association")
        {
            ForceNew = ["subnet_id", "gateway_id"],
            Id = context => AwsCloud.Id(context, "rtbassoc"),
        },
        new("aws_route")
        {
            ForceNew = ["route_table_id", "destination_cidr_block", "destination_ipv6_cidr_block", "destination_prefix_list_id"],
            // A route leads to one target: another one takes the place of a network interface, which the provider reads as well.
            Plan = route => Targets.Any(name => route[name].IsUnknown || route.Text(name) is { Length: > 0 }) && route.Text("network_interface_id") is { Length: > 0 } ? route.With("network_interface_id", "") : route,
            Id = context => $"r-{context.Planned.Text("route_table_id")}{context.Hash(10)}",
            Make = (_, route) => route
                .SetIfUnknown("origin", "CreateRoute")
                .SetIfUnknown("state", "active")
                .SetIfUnknown("instance_id", Value.Null)
                .SetIfUnknown("instance_owner_id", Value.Null),
        },
        new("aws_internet_gateway") { Id = context => AwsCloud.Id(context, "igw") },
        new("aws_vpc_ipv4_cidr_block_association")
        {
            ForceNew = ["vpc_id", "cidr_block", "ipv4_ipam_pool_id", "ipv4_netmask_length"],
            Id = context => AwsCloud.Id(context, "vpc-cidr-assoc"),
        },
        new("aws_ec2_tag")
        {
            ForceNew = ["resource_id", "key"],
            Id = context => $"{context.Planned.Text("resource_id")},{context.Planned.Text("key")}",
        },
    ];
}
