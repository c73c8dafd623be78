namespace S2SVpn.Constructs;

/// <summary>Where a probe is reached.</summary>
/// <param name="Name">Its name in the request.</param>
/// <param name="PrivateIp">Its address in its network.</param>
/// <param name="PublicIp">Its public address, as a reference; null for none.</param>
public sealed record ProbeMachine(string Name, string PrivateIp, string? PublicIp)
{
    /// <summary>The command through which SSH comes to it without a public address (AWS); null where there is none.</summary>
    public string? ProxyCommand { get; init; }

    /// <summary>The id by which its cloud runs commands on it without a public address (Azure); null where it doesn't.</summary>
    public string? RunCommandId { get; init; }
}
