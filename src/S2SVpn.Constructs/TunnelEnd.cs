using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs;

/// <summary>The AWS end of one tunnel: what its peer has to know to come up with it.</summary>
/// <param name="Tunnel">What both ends were told before.</param>
/// <param name="OutsideIp">The public address that AWS chose.</param>
/// <param name="PreSharedKey">A reference to the key, or with WireGuard to what the peer keeps as its secret; never the key.</param>
public sealed record TunnelEnd(TunnelPlan Tunnel, string OutsideIp, string PreSharedKey);
