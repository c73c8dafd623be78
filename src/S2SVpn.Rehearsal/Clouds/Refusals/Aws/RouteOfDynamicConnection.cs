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

    internal override string? Why(Situation situation) =>
        situation.Find("aws_vpn_connection", situation.Values.Text("vpn_connection_id")) is { } connection
        && (!connection.Flag("static_routes_only") || connection.Text("vpn_gateway_id") is null)
            ? $"{situation.Values.Text("vpn_connection_id")} takes no static routes: it has BGP, or is a transit gateway's."
            : null;
}
