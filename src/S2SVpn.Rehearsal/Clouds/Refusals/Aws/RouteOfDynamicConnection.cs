namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>Static routes are for connections of a virtual private gateway without BGP.</summary>
public sealed class RouteOfDynamicConnection : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        When = RefusalTime.Create,
        Types = ["aws_vpn_connection_route"],
        Source = "docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpnConnectionRoute.html",
    };

    internal override string? Why(RefusalContext context) =>
        context.Find("aws_vpn_connection", context.Values.Text("vpn_connection_id")) is { } connection
        && (!connection.Flag("static_routes_only") || connection.Text("vpn_gateway_id") is null)
            ? $"{context.Values.Text("vpn_connection_id")} does not support static routes: it uses BGP, or belongs to a transit gateway."
            : null;
}
