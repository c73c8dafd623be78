namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>Routes have one destination and one target, and route tables are associated with one subnet or gateway.</summary>
public sealed class AwsExactlyOne : ExactlyOne
{
    public override RefusalFacts Facts { get; } = new()
    {
        When = RefusalTime.Validate,
        Types = ["aws_*"],
        Source = "github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/ec2/vpc_route.go",
    };

    private protected override IReadOnlyList<(string Type, string[] Arguments)> All { get; } =
    [
        ("aws_route", ["destination_cidr_block", "destination_ipv6_cidr_block", "destination_prefix_list_id"]),
        ("aws_route",
        [
            "carrier_gateway_id", "core_network_arn", "egress_only_gateway_id", "gateway_id", "local_gateway_id", "nat_gateway_id", "network_interface_id", "transit_gateway_id",
            "vpc_endpoint_id", "vpc_peering_connection_id",
        ]),
        ("aws_route_table_association", ["gateway_id", "subnet_id"]),
    ];
}
