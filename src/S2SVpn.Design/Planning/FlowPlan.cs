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

    /// <summary>The protocols and ports that may cross.</summary>
    public required ValueList<ServicePlan> Services { get; init; }

    /// <summary>Where it starts.</summary>
    public required ValueList<FlowEndPlan> From { get; init; }

    /// <summary>Where it goes.</summary>
    public required ValueList<FlowEndPlan> To { get; init; }
}

/// <summary>One end of a flow: a network of a site, as it is there.</summary>
/// <param name="Cloud">The cloud of the site.</param>
/// <param name="Site">The site's name.</param>
/// <param name="Subnet">The subnet's name, where the request names one.</param>
/// <param name="Network">The network.</param>
public sealed record FlowEndPlan(Cloud Cloud, string Site, string? Subnet, Cidr Network);

/// <summary>A protocol, with its ports.</summary>
/// <param name="Protocol">The protocol.</param>
/// <param name="Ports">With TCP and UDP; null for all.</param>
public sealed record ServicePlan(Protocol Protocol, PortRange? Ports);

/// <summary>A protocol that a flow uses.</summary>
public enum Protocol
{
    /// <summary>Every protocol.</summary>
    Any,

    /// <summary>TCP.</summary>
    Tcp,

    /// <summary>UDP.</summary>
    Udp,

    /// <summary>ICMP, which ping uses.</summary>
    Icmp,
}

/// <summary>Which way a flow starts, as seen from a site.</summary>
public enum FlowDirection
{
    /// <summary>Started by the other end.</summary>
    Inbound,

    /// <summary>Started here.</summary>
    Outbound,
}
