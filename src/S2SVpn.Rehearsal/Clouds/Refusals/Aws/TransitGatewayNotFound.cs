namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A transit gateway.</summary>
public sealed class TransitGatewayNotFound() : NotFound("InvalidTransitGatewayID.NotFound", "aws_ec2_transit_gateway");
