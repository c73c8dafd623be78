namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A table has one route a destination: the next one waits until the first is gone.</summary>
public sealed class DuplicateRoute : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "RouteAlreadyExists",
        When = RefusalTime.Create,
        Types = ["aws_route", "aws_ec2_transit_gateway_route"],
        Source = "docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html",
    };

    private static readonly string[] Places = ["route_table_id", "transit_gateway_route_table_id", "destination_cidr_block"];

    internal override string? Why(RefusalContext context) => context.Values.Text("destination_cidr_block") is { } destination
        && context.Store.OfType(context.Type).Any(route => Places.All(name => route.Values[name] == context.Values[name]))
            ? $"A route with destination {destination} already exists."
            : null;
}
