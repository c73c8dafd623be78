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

    /// <summary>The BGP number of the endpoint.</summary>
    public required Asn Asn { get; init; }
}

/// <summary>The AWS end of a link.</summary>
public sealed record AwsLinkPlan
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

    /// <summary>The name of the VPN connection.</summary>
    public required string Name { get; init; }

    /// <summary>The name of its <see cref="CustomerGatewayPlan"/>.</summary>
    public required string CustomerGateway { get; init; }

    /// <summary>Whether it runs without BGP (static_routes_only).</summary>
    public required bool StaticRoutesOnly { get; init; }

    /// <summary>Its routes on a virtual private gateway; empty with BGP, and on a transit gateway.</summary>
    public required ValueList<Cidr> StaticRoutes { get; init; }

    /// <summary>Whether it uses Global Accelerator; on a transit gateway only (enable_acceleration).</summary>
    public required bool Acceleration { get; init; }

    /// <summary>The bandwidth of each tunnel. AWS has a choice on a transit gateway only.</summary>
    public required Bandwidth Bandwidth { get; init; }

    /// <summary>Where AWS keeps the pre-shared keys (preshared_key_storage).</summary>
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
    /// <summary>What both ends know of the tunnel.</summary>
    public required TunnelPlan Tunnel { get; init; }

    /// <summary>Its algorithms and lifetimes.</summary>
    public required AwsTunnelCrypto Crypto { get; init; }

    /// <summary>Whether AWS starts the tunnel or waits for the peer.</summary>
    public required Startup Startup { get; init; }

    /// <summary>How long the peer may be silent before it counts as dead.</summary>
    public required int DpdTimeoutSeconds { get; init; }

    /// <summary>What AWS does once the peer counts as dead.</summary>
    public required DpdAction DpdAction { get; init; }

    /// <summary>How long before the end of a lifetime AWS starts to rekey.</summary>
    public required int RekeyMarginSeconds { get; init; }

    /// <summary>By how much of the margin the start of a rekey varies at random.</summary>
    public required int RekeyFuzzPercent { get; init; }

    /// <summary>How many packets may arrive out of order, 64 to 2048.</summary>
    public required int ReplayWindow { get; init; }

    /// <summary>Whether the owner chooses when AWS replaces the tunnel's endpoint.</summary>
    public required bool LifecycleControl { get; init; }

    /// <summary>The name of the log group of what IKE does; null for no log.</summary>
    public required string? ActivityLog { get; init; }

    /// <summary>The name of the log group of what BGP does; null for no log.</summary>
    public required string? BgpLog { get; init; }

    /// <summary>The format of both logs.</summary>
    public required LogFormat LogFormat { get; init; }

    /// <summary>The name of the alarm for this tunnel; null without alarms, and for a tunnel that isn't used.</summary>
    public required string? DownAlarm { get; init; }
}

/// <summary>A CloudWatch log group.</summary>
/// <param name="Name">Its name.</param>
/// <param name="RetentionDays">How many days it keeps what is logged.</param>
/// <param name="KmsKey">The ARN of the key that encrypts it; null for AWS's own.</param>
public sealed record LogGroupPlan(string Name, int RetentionDays, string? KmsKey);
