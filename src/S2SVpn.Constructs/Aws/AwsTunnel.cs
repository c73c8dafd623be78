namespace S2SVpn.Constructs.Aws;

/// <summary>A tunnel as AWS knows it by.</summary>
/// <param name="Region">The region of its site.</param>
/// <param name="ConnectionId">The id of its VPN connection, as a reference.</param>
/// <param name="End">The tunnel.</param>
public sealed record AwsTunnel(string Region, string ConnectionId, TunnelEnd End);
