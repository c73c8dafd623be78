namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A route has one destination and one target. The provider checks it.</summary>
public sealed class RouteArguments : Refusal
{
    private static readonly string[][] Choices =
    [
        ["destination_cidr_block", "destination_ipv6_cidr_block", "destination_prefix_list_id"],
        [
            "carrier_gateway_id", "core_network_arn", "egress_only_gateway_id", "gateway_id", "local_gateway_id", "nat_gateway_id", "network_interface_id", "transit_gateway_id",
            "vpc_endpoint_id", "vpc_peering_connection_id",
        ],
    ];

    public override RefusalFacts Facts { get; } = new()
    {
        When = RefusalTime.Validate,
        Types = ["aws_route"],
        Source = "github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/ec2/vpc_route.go",
    };

    internal override string? Why(RefusalContext context) => Choices.Select(names => (names, given: names.Where(name => !context.Values[name].IsNull).ToList()))
        .Where(each => each.given.Count != 1)
        .Select(each => each.given.Count == 0 ? $"one of `{string.Join(',', each.names)}` must be specified"
            : $"only one of `{string.Join(',', each.names)}` can be specified, but `{string.Join(',', each.given)}` were specified.").FirstOrDefault();
}
