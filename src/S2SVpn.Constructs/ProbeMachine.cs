namespace S2SVpn.Constructs;

/// <summary>Where a probe is reached.</summary>
/// <param name="Name">Its name in the request.</param>
/// <param name="PrivateIp">Its address in its network.</param>
/// <param name="PublicIp">Its public address, as a reference; null for none.</param>
public sealed record ProbeMachine(string Name, string PrivateIp, string? PublicIp);
