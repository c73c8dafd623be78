using System.ComponentModel;
using S2SVpn.Design.Network;

namespace S2SVpn.Design.Request;

[Description("A self-managed gateway."), Shorthand(nameof(Software))]
public sealed record Appliance
{
    [Description("The software. WireGuard needs an appliance at both ends.")]
    public ApplianceSoftware Software { get; init; } = ApplianceSoftware.Strongswan;

    [Description("How many machines; two back each other up.")]
    public int Count { get; init; } = 1;

    [Description("The size of a machine as the cloud names it; left out, a small one.")]
    public string? Size { get; init; }

    [Description("The name of its subnet; left out, the first.")]
    public string? Subnet { get; init; }

    [Description("Fixed private addresses, one a machine.")]
    [Singular("address")]
    public ValueList<Ipv4> Addresses { get; init; } = [];

    [Description("The public SSH key that may log in; left out, one is created.")]
    public string? SshKey { get; init; }

    [Description("The networks that may connect by SSH; left out, none.")]
    [Example("[203.0.113.7/32]")]
    public ValueList<Cidr> SshFrom { get; init; } = [];
}

/// <summary>What a self-managed gateway runs.</summary>
public enum ApplianceSoftware
{
    [Description("strongSwan: IPsec, which managed gateways use too.")]
    Strongswan,

    [Description("WireGuard, with BIRD for BGP.")]
    Wireguard,
}
