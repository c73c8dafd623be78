namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A connection moves from a virtual private to a transit gateway without its static routes.</summary>
public sealed class RoutesOfMovedConnection : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        When = RefusalTime.Write,
        Types = ["aws_vpn_connection"],
        Source = "docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyVpnConnection.html",
    };

    internal override string? Why(RefusalContext context) =>
        context.Find(context.Type, context.Id)?.Text("vpn_gateway_id") is not null
        && context.Values.Text("transit_gateway_id") is { } target
        && context.OthersOf("aws_vpn_connection_route").FirstOrDefault(route => route.Values.Text("vpn_connection_id") == context.Id) is { } route
            ? $"The static route {route.Values.Text("destination_cidr_block")} of {context.Id} has to be deleted before it moves to {target}."
            : null;
}
