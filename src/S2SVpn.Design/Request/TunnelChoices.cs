using System.ComponentModel;

namespace S2SVpn.Design.Request;

public enum DpdAction
{
    [Description("Start the tunnel again.")]
    Restart,

    [Description("Drop it and wait for the other end.")]
    Clear,

    [Description("Do nothing.")]
    None,
}

public enum Startup
{
    [Description("AWS starts the tunnel.")]
    Start,

    [Description("AWS waits for Azure.")]
    Add,
}

public enum ConnectionMode
{
    [Description("Azure starts and answers.")]
    Default,

    [Description("Azure only starts.")]
    InitiatorOnly,

    [Description("Azure only answers.")]
    ResponderOnly,
}

public enum Bandwidth
{
    [Description("1.25 Gbps a tunnel.")]
    Standard,

    [Description("5 Gbps a tunnel; a transit gateway only.")]
    Large,
}

public enum OutsideAddress
{
    [Description("Public IPv4 addresses.")]
    Public,

    [Description("Private addresses over Direct Connect: not supported; the error explains why.")]
    Private,

    [Description("IPv6 addresses: not supported; the error explains why.")]
    Ipv6,
}

public enum InsideIpVersion
{
    [Description("IPv4.")]
    Ipv4,

    [Description("IPv6: not supported; the error explains why.")]
    Ipv6,
}

public enum LogFormat
{
    [Description("JSON.")]
    Json,

    [Description("Plain text.")]
    Text,
}
