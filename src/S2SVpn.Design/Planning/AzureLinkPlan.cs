using S2SVpn.Design.Ipsec;
using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Planning;

/// <summary>The Azure end of a link.</summary>
public sealed record AzureLinkPlan
{
    /// <summary>The name of the link.</summary>
    public required string Name { get; init; }

    /// <summary>The name of the site at the other end.</summary>
    public required string Peer { get; init; }

    /// <summary>The BGP number of the other end.</summary>
    public required Asn PeerAsn { get; init; }

    /// <summary>BGP or static routes.</summary>
    public required Routing Routing { get; init; }

    /// <summary>What both ends of its tunnels propose.</summary>
    public required CryptoProfile Crypto { get; init; }

    /// <summary>The networks on this side that the link carries, as they are here.</summary>
    public required ValueList<Cidr> LocalNetworks { get; init; }

    /// <summary>The networks at the other end, as they look from here.</summary>
    public required ValueList<Cidr> RemoteNetworks { get; init; }

    /// <summary>The connections of a managed gateway; empty with an appliance.</summary>
    public required ValueList<AzureConnectionPlan> Connections { get; init; }

    /// <summary>The tunnels of an appliance; empty with a managed gateway.</summary>
    public required ValueList<ApplianceTunnelPlan> ApplianceTunnels { get; init; }
}

/// <summary>A connection of an Azure gateway to one outside address of the peer.</summary>
public sealed record AzureConnectionPlan
{
    /// <summary>The name of the connection.</summary>
    public required string Name { get; init; }

    /// <summary>The peer's outside address, as Azure keeps it.</summary>
    public required LocalNetworkGatewayPlan LocalNetworkGateway { get; init; }

    /// <summary>
    /// What runs through it. AWS takes a tunnel from one instance only, so there it is one; an appliance takes one from
    /// each instance.
    /// </summary>
    public required ValueList<TunnelPlan> Tunnels { get; init; }

    /// <summary>The name of its <see cref="KeySlotPlan"/>.</summary>
    public required string Key { get; init; }

    /// <summary>Whether it uses BGP (enable_bgp).</summary>
    public required bool Bgp { get; init; }

    /// <summary>Which of its addresses the gateway's instances use here; null without BGP or a second instance.</summary>
    public required CustomBgpAddressesPlan? CustomBgpAddresses { get; init; }

    /// <summary>Its algorithms and lifetimes.</summary>
    public required AzureIpsecPolicy Policy { get; init; }

    /// <summary>How long the peer may be silent before it counts as dead (dpd_timeout_seconds).</summary>
    public required int DpdTimeoutSeconds { get; init; }

    /// <summary>Which end may start the tunnel (connection_mode).</summary>
    public required ConnectionMode Mode { get; init; }

    /// <summary>The routing_weight of the connection; null to leave it to the provider.</summary>
    public required int? RoutingWeight { get; init; }

    /// <summary>Narrow traffic selectors; empty for any traffic.</summary>
    public required ValueList<TrafficSelector> Selectors { get; init; }

    /// <summary>The names of the translations of Azure's addresses on it.</summary>
    public required ValueList<string> EgressNatRules { get; init; }

    /// <summary>The names of the translations of the peer's addresses on it.</summary>
    public required ValueList<string> IngressNatRules { get; init; }

    /// <summary>The name of the alert for it; null without alarms or BGP.</summary>
    public required string? DownAlert { get; init; }
}

/// <summary>One outside address of the peer, as Azure keeps it.</summary>
public sealed record LocalNetworkGatewayPlan
{
    /// <summary>The name of the local network gateway.</summary>
    public required string Name { get; init; }

    /// <summary>With BGP.</summary>
    public required Asn? Asn { get; init; }

    /// <summary>The peer's BGP speaker; with BGP.</summary>
    public required Ipv4? BgpAddress { get; init; }

    /// <summary>The networks behind it before any translation, lowest first; empty with BGP.</summary>
    public required ValueList<Cidr> AddressSpace { get; init; }
}

/// <summary>The gateway's BGP addresses on one connection.</summary>
/// <param name="Primary">The address of instance 0.</param>
/// <param name="Secondary">The address of instance 1.</param>
public sealed record CustomBgpAddressesPlan(Ipv4 Primary, Ipv4 Secondary);
