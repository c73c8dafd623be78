namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A VPN gateway.</summary>
public sealed class VpnGatewayNotFound() : NotFound("InvalidVpnGatewayID.NotFound", "aws_vpn_gateway");
