namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A VPN connection.</summary>
public sealed class VpnConnectionNotFound() : NotFound("InvalidVpnConnectionID.NotFound", "aws_vpn_connection");
