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
            Id = making => AwsCloud.Id(making, "vpc"),
            Make = (making, vpc) => vpc
                .Settle("main_route_table_id", AwsCloud.Id(making, "rtb"))
                .Settle("default_route_table_id", AwsCloud.Id(making, "rtb"))
                .Settle("default_network_acl_id", AwsCloud.Id(making, "acl"))
                .Settle("default_security_group_id", AwsCloud.Id(making, "sg"))
                .Settle("dhcp_options_id", AwsCloud.Id(making, "dopt"))
                .Settle("ipv6_association_id", Value.Null),
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
            Id = making => AwsCloud.Id(making, "subnet"),
            Make = (making, subnet) => subnet
                .Settle("availability_zone", $"{AwsCloud.Region(making.Settings, subnet)}a")
                .Settle("availability_zone_id", Value.Null)
                .Settle("private_dns_hostname_type_on_launch", "ip-name")
                .Settle("ipv6_cidr_block_association_id", Value.Null),
        },
        new("aws_route_table")
        {
            ForceNew = ["vpc_id"],
            Id = making => AwsCloud.Id(making, "rtb"),
        },
        new("aws_route_table_association")
        {
            ForceNew = ["subnet_id", "gateway_id"],
            Id = making => AwsCloud.Id(making, "rtbassoc"),
        },
        new("aws_route")
        {
            ForceNew = ["route_table_id", "destination_cidr_block", "destination_ipv6_cidr_block", "destination_prefix_list_id"],
            // A route leads to one target: another one takes the place of a network interface, which the provider reads as well.
            Plan = route => Targets.Any(name => route[name].IsUnknown || route.Text(name) is { Length: > 0 }) && route.Text("network_interface_id") is { Length: > 0 } ? route.With("network_interface_id", "") : route,
            Id = making => $"r-{making.Planned.Text("route_table_id")}{making.Hash(10)}",
            Make = (_, route) => route
                .Settle("origin", "CreateRoute")
                .Settle("state", "active")
                .Settle("instance_id", Value.Null)
                .Settle("instance_owner_id", Value.Null),
        },
        new("aws_internet_gateway") { Id = making => AwsCloud.Id(making, "igw") },
        new("aws_vpc_ipv4_cidr_block_association")
        {
            ForceNew = ["vpc_id", "cidr_block", "ipv4_ipam_pool_id", "ipv4_netmask_length"],
            Id = making => AwsCloud.Id(making, "vpc-cidr-assoc"),
        },
        new("aws_ec2_tag")
        {
            ForceNew = ["resource_id", "key"],
            Id = making => $"{making.Planned.Text("resource_id")},{making.Planned.Text("key")}",
        },
    ];
}
