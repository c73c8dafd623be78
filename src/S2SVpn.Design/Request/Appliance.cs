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

    [Description("The subnet it stands in, or one a machine so that they are in two zones; left out, the first.")]
    [Singular("subnet")]
    public ValueList<string> Subnets { get; init; } = [];

    [Description("Fixed private addresses, one a machine.")]
    [Singular("address")]
    public ValueList<Ipv4> Addresses { get; init; } = [];

    [Description("The public SSH key that may log in; left out, one is created.")]
    public string? SshKey { get; init; }

    [Description("The networks that may connect by SSH; left out, none.")]
    [Example("[203.0.113.7/32]")]
    public ValueList<Cidr> SshFrom { get; init; } = [];

    /// <summary>The name of a machine's subnet; null for the first.</summary>
    public string? SubnetOf(int index) => Subnets.Count == 0 ? null : Subnets[Math.Min(index, Subnets.Count - 1)];
}

/// <summary>What a self-managed gateway runs.</summary>
public enum ApplianceSoftware
{
    [Description("strongSwan: IPsec, which managed gateways use too.")]
    Strongswan,

    [Description("WireGuard, with BIRD for BGP.")]
    Wireguard,
}
