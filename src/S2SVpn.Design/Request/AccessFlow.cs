using System.ComponentModel;

namespace S2SVpn.Design.Request;

[Description("A flow that may cross the VPN; answers to it may come back.")]
public sealed record AccessFlow
{
    [Description("Where it starts: a site (aws), a subnet of one (aws.app), or a network (10.2.1.0/24).")]
    public required ValueList<FlowEnd> From { get; init; }

    [Description("Where it ends: a site (azure), a subnet of one (azure.app), or a network (10.1.1.0/24).")]
    public required ValueList<FlowEnd> To { get; init; }

    [Description("TCP ports.")]
    public ValueList<PortRange> Tcp { get; init; } = [];

    [Description("UDP ports.")]
    public ValueList<PortRange> Udp { get; init; } = [];

    [Description("ICMP, such as ping.")]
    public bool Icmp { get; init; }

    [Description("Every protocol and port.")]
    public bool All { get; init; }

    [Description("The purpose; written as the description of the filter rules.")]
    public string? Why { get; init; }
}
