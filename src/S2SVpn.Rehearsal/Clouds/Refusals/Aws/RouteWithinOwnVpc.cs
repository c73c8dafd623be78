namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A part of a VPC's own range leads to nothing outside of the VPC.</summary>
public sealed class RouteWithinOwnVpc : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "InvalidParameterValue",
        When = RefusalTime.Create,
        Types = ["aws_route"],
        Source = "docs.aws.amazon.com/vpc/latest/userguide/route-table-options.html",
    };

    internal override string? Why(RefusalContext context) => context.Values.Text("gateway_id") is null && context.Values.Text("transit_gateway_id") is null
        ? null
        : Networks.Of(context.Values, "destination_cidr_block").Where(network => OwnNetworks.Of(context).Any(own => own != network && own.Contains(network)))
            .Select(network => $"The destination CIDR block {network} is more specific than one of this VPC's CIDR blocks.").FirstOrDefault();
}
