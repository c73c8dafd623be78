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

    [Description("The subnet it stands in, or one a machine so that they are in two zones; left out, the first.")]
    [Singular("subnet")]
    public ValueList<string> Subnets { get; init; } = [];

    [Description("Fixed private addresses, one a machine.")]
    [Singular("address")]
    public ValueList<Ipv4> Addresses { get; init; } = [];

    [Description("The public SSH key that may log in; left out, one is made.")]
    public string? SshKey { get; init; }

    [Description("Who may reach it by SSH; left out, nobody.")]
    [Example("[203.0.113.7/32]")]
    public ValueList<Cidr> SshFrom { get; init; } = [];

    /// <summary>The name of a machine's subnet; null for the first.</summary>
    public string? SubnetOf(int index) => Subnets.Count == 0 ? null : Subnets[Math.Min(index, Subnets.Count - 1)];
}

public enum ApplianceSoftware
{
    [Description("strongSwan: IPsec, which a managed gateway understands too.")]
    Strongswan,

    [Description("WireGuard, with BIRD for BGP.")]
    Wireguard,
}
