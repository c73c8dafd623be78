using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Planning;

/// <summary>A self-managed gateway.</summary>
public sealed record AppliancePlan
{
    /// <summary>The VPN software that it runs.</summary>
    public required ApplianceSoftware Software { get; init; }

    /// <summary>The partition of AWS that its roles and secrets are in; null in Azure.</summary>
    public required string? Partition { get; init; }

    /// <summary>What the names of the secrets with its keys start with.</summary>
    public required string SecretStem { get; init; }

    /// <summary>One machine, or two.</summary>
    public required ValueList<ApplianceMachinePlan> Machines { get; init; }

    /// <summary>The name of the filter that lets the peer's tunnels in.</summary>
    public required string SecurityGroup { get; init; }

    /// <summary>Who may log in to its machines.</summary>
    public required SshPlan Ssh { get; init; }
}

/// <summary>One machine of a self-managed gateway.</summary>
public sealed record ApplianceMachinePlan
{
    /// <summary>0 or 1.</summary>
    public required int Index { get; init; }

    /// <summary>The name of the machine.</summary>
    public required string Name { get; init; }

    /// <summary>The name of the role, in AWS, or of the managed identity, in Azure, by which it reads its keys.</summary>
    public required string Role { get; init; }

    /// <summary>The zone of an Azure machine; null for none, and in AWS, where its subnet has one.</summary>
    public required int? Zone { get; init; }

    /// <summary>The name of its public address.</summary>
    public required string PublicIp { get; init; }

    /// <summary>The name of its subnet in the request.</summary>
    public required string Subnet { get; init; }

    /// <summary>Null where the subnet's network isn't known: the cloud then chooses.</summary>
    public required Ipv4? Address { get; init; }

    /// <summary>Its instance type or VM size.</summary>
    public required string Size { get; init; }

    /// <summary>The name of the alarm for a machine that fails AWS's status check, or that Azure finds unavailable; null without alarms.</summary>
    public required string? DownAlarm { get; init; }

    /// <summary>The name of the alarm for an AWS machine whose host fails; null without alarms, and in Azure, which moves it by itself.</summary>
    public required string? HostAlarm { get; init; }
}

/// <summary>One tunnel of an appliance's machine.</summary>
public sealed record ApplianceTunnelPlan
{
    /// <summary>What both ends know of the tunnel.</summary>
    public required TunnelPlan Tunnel { get; init; }

    /// <summary>The machine it ends on.</summary>
    public required int Machine { get; init; }

    /// <summary>The name of its network interface, at most 15 characters.</summary>
    public required string Interface { get; init; }

    /// <summary>The number that ties its IPsec policies to the interface (XFRM if_id).</summary>
    public required int InterfaceId { get; init; }

    /// <summary>The UDP port of its WireGuard interface.</summary>
    public required int Port { get; init; }

    /// <summary>The machine's address inside the tunnel.</summary>
    public required Ipv4 LocalAddress { get; init; }

    /// <summary>The peer's address inside the tunnel.</summary>
    public required Ipv4 RemoteAddress { get; init; }

    /// <summary>Whether this end starts the tunnel.</summary>
    public required bool Starts { get; init; }

    /// <summary>How long the peer may be silent before it counts as dead.</summary>
    public required int DpdTimeoutSeconds { get; init; }

    /// <summary>What happens once the peer counts as dead.</summary>
    public required DpdAction DpdAction { get; init; }

    /// <summary>How long before the end of a lifetime this end rekeys.</summary>
    public required int RekeyMarginSeconds { get; init; }

    /// <summary>By how many percent of the margin that varies.</summary>
    public required int RekeyFuzzPercent { get; init; }

    /// <summary>In packets.</summary>
    public required int ReplayWindow { get; init; }

    /// <summary>The name of the alarm for this tunnel; null without alarms, and in Azure: the machine in AWS tells of both ends.</summary>
    public required string? DownAlarm { get; init; }

    /// <summary>Narrow traffic selectors; empty for any traffic.</summary>
    public required ValueList<TrafficSelector> Selectors { get; init; }
}
