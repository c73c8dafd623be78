namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A route table.</summary>
public sealed class RouteTableNotFound() : NotFound("InvalidRouteTableID.NotFound", "aws_route_table");
