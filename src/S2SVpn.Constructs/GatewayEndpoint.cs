using S2SVpn.Design.Network;

namespace S2SVpn.Constructs;

/// <summary>What a peer has to know to reach one instance of a gateway.</summary>
/// <param name="Index">The instance, 0 or 1.</param>
/// <param name="PublicIp">Its public address, known once the address is made and before the gateway is.</param>
/// <param name="Asn">Its BGP number.</param>
public sealed record GatewayEndpoint(int Index, string PublicIp, Asn Asn)
{
    /// <summary>
    /// Whether the address belongs to a gateway of the same configuration, made or read. Then another one means another gateway, and the
    /// connections to it are made anew; to a peer whose address is given by hand they only move over.
    /// </summary>
    public bool BelongsToPlan { get; init; }
}
