using S2SVpn.Design;
using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Ipsec;
using S2SVpn.Design.Network;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.Constructs.Appliances;

/// <summary>
/// What a machine of an appliance is told. Addresses and ids that only the clouds know are texts: references in a stack, and
/// the real ones in a test.
/// </summary>
internal sealed record ApplianceMachine
{
    public required Cloud Cloud { get; init; }

    public required string Name { get; init; }

    /// <summary>0 or 1.</summary>
    public required int Index { get; init; }

    public required string PublicIp { get; init; }

    public required string PrivateIp { get; init; }

    public required Asn Asn { get; init; }

    /// <summary>In AWS the region of the secrets; in Azure the client id of the identity that reads them.</summary>
    public required string KeyReader { get; init; }

    /// <summary>Those that end on this machine, over all links.</summary>
    public required IReadOnlyList<ApplianceTunnel> Tunnels { get; init; }

    /// <summary>Where in CloudWatch it tells of its tunnels; null where no alarm rests on it, and in Azure.</summary>
    public string? MetricNamespace { get; init; }

    /// <summary>The other machine; null where there is one machine only.</summary>
    public ApplianceTwin? Twin { get; init; }

    public bool UsesBgp => Tunnels.Any(tunnel => tunnel.Routing == Routing.Bgp);
}

/// <summary>One tunnel of a machine.</summary>
internal sealed record ApplianceTunnel
{
    public required ApplianceTunnelPlan Plan { get; init; }

    /// <summary>The peer's public address.</summary>
    public required string PeerIp { get; init; }

    public required Asn PeerAsn { get; init; }

    public required Routing Routing { get; init; }

    public required CryptoProfile Crypto { get; init; }

    /// <summary>The networks on this side that the link carries.</summary>
    public required ValueList<Cidr> LocalNetworks { get; init; }

    /// <summary>The networks at the other end, as they look from here.</summary>
    public required ValueList<Cidr> RemoteNetworks { get; init; }

    /// <summary>Where its key is: the ARN of a secret, or the address of one in a key vault. Never the key.</summary>
    public required string Secret { get; init; }
}

/// <summary>The other machine of a pair, and the routes that lead to one of the two.</summary>
internal sealed record ApplianceTwin
{
    public required string PrivateIp { get; init; }

    /// <summary>What a route leads to this machine by: in AWS the id of its network interface, in Azure its address.</summary>
    public required string OwnInterface { get; init; }

    /// <summary>What a route leads to the other machine by.</summary>
    public required string OtherInterface { get; init; }

    /// <summary>The ids of the route tables.</summary>
    public required IReadOnlyList<string> RouteTables { get; init; }

    public required ValueList<Cidr> Destinations { get; init; }
}
