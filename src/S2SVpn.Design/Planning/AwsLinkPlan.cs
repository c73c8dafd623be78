using S2SVpn.Design.Ipsec;
using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Planning;

/// <summary>One endpoint of a peer, as AWS keeps it.</summary>
public sealed record CustomerGatewayPlan
{
    /// <summary>Its name, and its device name: AWS gives back an existing one of the same address, number and device.</summary>
    public required string Name { get; init; }

    /// <summary>The name of the site at the other end.</summary>
    public required string Peer { get; init; }

    /// <summary>The peer's gateway instance or machine, 0 or 1.</summary>
    public required int Endpoint { get; init; }

    public required Asn Asn { get; init; }
}

/// <summary>The AWS end of a link.</summary>
public sealed record AwsLinkPlan
{
    public required string Name { get; init; }

    /// <summary>The name of the site at the other end.</summary>
    public required string Peer { get; init; }

    public required Asn PeerAsn { get; init; }

    public required Routing Routing { get; init; }

    public required CryptoProfile Crypto { get; init; }

    /// <summary>The networks on this side that the link carries, as they are here.</summary>
    public required ValueList<Cidr> LocalNetworks { get; init; }

    /// <summary>The networks at the other end, as they look from here.</summary>
    public required ValueList<Cidr> RemoteNetworks { get; init; }

    /// <summary>The VPN connections of a managed gateway; empty with an appliance.</summary>
    public required ValueList<VpnConnectionPlan> Connections { get; init; }

    /// <summary>The tunnels of an appliance; empty with a managed gateway.</summary>
    public required ValueList<ApplianceTunnelPlan> ApplianceTunnels { get; init; }

    /// <summary>The log groups of its tunnels.</summary>
    public required ValueList<LogGroupPlan> LogGroups { get; init; }

    /// <summary>The name of the alarm for no tunnel at all; null without alarms.</summary>
    public required string? AllDownAlarm { get; init; }
}

/// <summary>A VPN connection: two tunnels to one customer gateway.</summary>
public sealed record VpnConnectionPlan
{
    /// <summary>1 or 2.</summary>
    public required int Number { get; init; }

    public required string Name { get; init; }

    /// <summary>The name of its <see cref="CustomerGatewayPlan"/>.</summary>
    public required string CustomerGateway { get; init; }

    public required bool StaticRoutesOnly { get; init; }

    /// <summary>Its routes on a virtual private gateway; empty with BGP, and on a transit gateway.</summary>
    public required ValueList<Cidr> StaticRoutes { get; init; }

    public required bool Acceleration { get; init; }

    public required Bandwidth Bandwidth { get; init; }

    public required KeyStorage KeyStorage { get; init; }

    /// <summary>The traffic selector for the peer's side; any, but for narrow selectors.</summary>
    public required Cidr RemoteSelector { get; init; }

    /// <summary>The traffic selector for AWS's side; any, but for narrow selectors.</summary>
    public required Cidr LocalSelector { get; init; }

    /// <summary>Tunnel 1 and tunnel 2.</summary>
    public required ValueList<VpnTunnelPlan> Tunnels { get; init; }
}

/// <summary>One tunnel of a VPN connection.</summary>
public sealed record VpnTunnelPlan
{
    public required TunnelPlan Tunnel { get; init; }

    public required AwsTunnelCrypto Crypto { get; init; }

    public required Startup Startup { get; init; }

    public required int DpdTimeoutSeconds { get; init; }

    public required DpdAction DpdAction { get; init; }

    public required int RekeyMarginSeconds { get; init; }

    public required int RekeyFuzzPercent { get; init; }

    public required int ReplayWindow { get; init; }

    public required bool LifecycleControl { get; init; }

    /// <summary>The name of the log group of what IKE does; null for no log.</summary>
    public required string? ActivityLog { get; init; }

    /// <summary>The name of the log group of what BGP does; null for no log.</summary>
    public required string? BgpLog { get; init; }

    public required LogFormat LogFormat { get; init; }

    /// <summary>The name of the alarm for this tunnel; null without alarms, and for a tunnel that isn't used.</summary>
    public required string? DownAlarm { get; init; }
}

/// <summary>A CloudWatch log group.</summary>
public sealed record LogGroupPlan(string Name, int RetentionDays, string? KmsKey);
