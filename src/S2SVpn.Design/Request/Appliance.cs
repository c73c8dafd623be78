using System.ComponentModel;
using S2SVpn.Design.Network;

namespace S2SVpn.Design.Request;

[Description("A gateway on machines of one's own."), Shorthand(nameof(Software))]
public sealed record Appliance
{
    [Description("What it runs. WireGuard needs an appliance at both ends.")]
    public ApplianceSoftware Software { get; init; } = ApplianceSoftware.Strongswan;

    [Description("How many machines; two of them take over from each other.")]
    public int Count { get; init; } = 1;

    [Description("The size of a machine in its cloud's words; left out, a small one.")]
    public string? Size { get; init; }

    [Description("The name of the subnet it stands in; left out, the first.")]
    public string? Subnet { get; init; }

    [Description("Fixed private addresses, one a machine.")]
    [Singular("address")]
    public ValueList<Ipv4> Addresses { get; init; } = [];

    [Description("The public SSH key that may log in; left out, one is made.")]
    public string? SshKey { get; init; }

    [Description("Who may reach it by SSH; left out, nobody.")]
    [Example("[203.0.113.7/32]")]
    public ValueList<Cidr> SshFrom { get; init; } = [];
}

public enum ApplianceSoftware
{
    [Description("strongSwan: IPsec, which a managed gateway understands too.")]
    Strongswan,

    [Description("WireGuard, with BIRD for BGP.")]
    Wireguard,
}
