using S2SVpn.Rehearsal.Clouds.Model;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Types.Aws;

/// <summary>Transit gateways. What a change replaces is as in github.com/hashicorp/terraform-provider-aws, internal/service/ec2.</summary>
internal static class AwsTransitTypes
{
    private static readonly string[] DefaultTables = ["default_route_table_association", "default_route_table_propagation"];

    public static IEnumerable<CloudType> All { get; } =
    [
        new("aws_ec2_transit_gateway")
        {
            ForceNew = ["multicast_support"],
            // Only turning a default table on (customizediff of internal/service/ec2/transitgateway_.go).
            ForceNewIf = (prior, planned) => DefaultTables.Where(name => prior.Text(name) == "disable" && planned.Text(name) == "enable"),
            Defaults = new Dictionary<string, Value>
            {
                ["amazon_side_asn"] = 64512,
                ["auto_accept_shared_attachments"] = "disable",
                ["default_route_table_association"] = "enable",
                ["default_route_table_propagation"] = "enable",
                ["dns_support"] = "enable",
                ["multicast_support"] = "disable",
                ["security_group_referencing_support"] = "disable",
                ["vpn_ecmp_support"] = "enable",
            },
            Id = context => AwsCloud.Id(context, "tgw"),
            // One table is the default for both, unless it is turned off.
            Make = (context, gateway) => gateway
                .SetIfUnknown("association_default_route_table_id", DefaultTable(gateway.Text("default_route_table_association"), AwsCloud.Id(context, "tgw-rtb")))
                .SetIfUnknown("propagation_default_route_table_id", DefaultTable(gateway.Text("default_route_table_propagation"), AwsCloud.Id(context, "tgw-rtb"))),
        },
        new("aws_ec2_transit_gateway_vpc_attachment")
        {
            ForceNew = ["transit_gateway_id", "vpc_id"],
            Defaults = new Dictionary<string, Value>
            {
                ["appliance_mode_support"] = "disable",
                ["dns_support"] = "enable",
                ["ipv6_support"] = "disable",
                ["transit_gateway_default_route_table_association"] = true,
                ["transit_gateway_default_route_table_propagation"] = true,
            },
            Id = context => AwsCloud.Id(context, "tgw-attach"),
            Make = (_, attachment) => attachment
                .SetIfUnknown("vpc_owner_id", AwsCloud.Account)
                .SetIfUnknown("security_group_referencing_support", "disable")
                .SetIfUnknown("transit_gateway_default_route_table_association", true)
                .SetIfUnknown("transit_gateway_default_route_table_propagation", true),
        },
        new("aws_ec2_transit_gateway_route_table_association")
        {
            ForceNew = ["transit_gateway_attachment_id", "transit_gateway_route_table_id"],
            Defaults = new Dictionary<string, Value> { ["replace_existing_association"] = false },
            Id = context => $"{context.Planned.Text("transit_gateway_route_table_id")}_{context.Planned.Text("transit_gateway_attachment_id")}",
        },
        new("aws_ec2_transit_gateway_route_table_propagation")
        {
            ForceNew = ["transit_gateway_attachment_id", "transit_gateway_route_table_id"],
            Id = context => $"{context.Planned.Text("transit_gateway_route_table_id")}_{context.Planned.Text("transit_gateway_attachment_id")}",
        },
        new("aws_ec2_transit_gateway_route")
        {
            ForceNew = ["transit_gateway_route_table_id", "destination_cidr_block", "transit_gateway_attachment_id", "blackhole"],
            Defaults = new Dictionary<string, Value> { ["blackhole"] = false },
            Id = context => $"{context.Planned.Text("transit_gateway_route_table_id")}_{context.Planned.Text("destination_cidr_block")}",
        },
    ];

    private static Value DefaultTable(string? choice, string id) => choice == "disable" ? Value.Null : id;
}
