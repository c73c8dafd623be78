using S2SVpn.Design.Network;

namespace S2SVpn.Constructs;

/// <summary>What a peer has to know to reach one instance of a gateway.</summary>
/// <param name="Index">The instance, 0 or 1.</param>
/// <param name="PublicIp">Its public address, known once the address is made and before the gateway is.</param>
/// <param name="Asn">Its BGP number.</param>
public sealed record GatewayEndpoint(int Index, string PublicIp, Asn Asn)
{
    /// <summary>
    /// Whether the address is made by the same configuration: then a new one is made only after the old one is gone, and
    /// after all that uses it.
    /// </summary>
    public bool IsMadeHere { get; init; }
}
