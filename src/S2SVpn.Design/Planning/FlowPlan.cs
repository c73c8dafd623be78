using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Planning;

/// <summary>A flow that may cross, with its ends resolved.</summary>
public sealed record FlowPlan
{
    /// <summary>Its place in the request, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What it is for; null where the request doesn't say.</summary>
    public required string? Why { get; init; }

    public required ValueList<ServicePlan> Services { get; init; }

    public required ValueList<FlowEndPlan> From { get; init; }

    public required ValueList<FlowEndPlan> To { get; init; }
}

/// <summary>One end of a flow: a network of a site, as it is there.</summary>
/// <param name="Cloud">The cloud of the site.</param>
/// <param name="Site">The site's name.</param>
/// <param name="Subnet">The subnet's name, where the request names one.</param>
/// <param name="Network">The network.</param>
public sealed record FlowEndPlan(Cloud Cloud, string Site, string? Subnet, Cidr Network);

/// <param name="Protocol">The protocol.</param>
/// <param name="Ports">With TCP and UDP.</param>
public sealed record ServicePlan(Protocol Protocol, PortRange? Ports);

public enum Protocol
{
    Any,
    Tcp,
    Udp,
    Icmp,
}

/// <summary>Which way a flow starts, as seen from a site.</summary>
public enum FlowDirection
{
    Inbound,
    Outbound,
}
