using System.ComponentModel;

namespace S2SVpn.Design.Request;

/// <summary>What AWS does once a peer counts as dead.</summary>
public enum DpdAction
{
    [Description("Start the tunnel again.")]
    Restart,

    [Description("Drop it and wait for the other end.")]
    Clear,

    [Description("Do nothing.")]
    None,
}

/// <summary>Whether AWS starts a tunnel.</summary>
public enum Startup
{
    [Description("AWS starts the tunnel.")]
    Start,

    [Description("AWS waits for Azure.")]
    Add,
}

/// <summary>Whether Azure starts a tunnel.</summary>
public enum ConnectionMode
{
    [Description("Azure starts and answers.")]
    Default,

    [Description("Azure only starts.")]
    InitiatorOnly,

    [Description("Azure only answers.")]
    ResponderOnly,
}

/// <summary>The bandwidth of an AWS tunnel.</summary>
public enum Bandwidth
{
    [Description("1.25 Gbps a tunnel.")]
    Standard,

    [Description("5 Gbps a tunnel; a transit gateway only.")]
    Large,
}

/// <summary>What the outside addresses of an AWS VPN connection are.</summary>
public enum OutsideAddress
{
    [Description("Public IPv4 addresses.")]
    Public,

    [Description("Private addresses over Direct Connect: not supported; the error explains why.")]
    Private,

    [Description("IPv6 addresses: not supported; the error explains why.")]
    Ipv6,
}

/// <summary>Which IP version an AWS tunnel carries.</summary>
public enum InsideIpVersion
{
    [Description("IPv4.")]
    Ipv4,

    [Description("IPv6: not supported; the error explains why.")]
    Ipv6,
}

/// <summary>The format of an AWS tunnel's logs.</summary>
public enum LogFormat
{
    [Description("JSON.")]
    Json,

    [Description("Plain text.")]
    Text,
}
