using System.ComponentModel;
using S2SVpn.Design.Network;

namespace S2SVpn.Design.Request;

[Description("A VPN link from an AWS site to an Azure site.")]
public sealed record Link
{
    [Description("Its name; left out, link for the only one, or the names of its two sites.")]
    [Pattern(PatternAttribute.Name, PatternAttribute.NameMeaning)]
    public string? Name { get; init; }

    [Description("The names of its AWS site and its Azure site; left out, the only two.")]
    public ValueList<string> Between { get; init; } = [];

    [Description("Its place among the links of the same gateways, 0 to 31: fixes its inside addresses for good. Needed as soon as there are two links.")]
    public int? Slot { get; init; }

    [Description("Inside networks by hand, in the order of the tunnels 1.1, 1.2, 2.1, 2.2 (AWS connection, tunnel). Changing one replaces its connection.")]
    [Example("[169.254.21.0/30, 169.254.22.0/30, 169.254.21.4/30, 169.254.22.4/30]")]
    public ValueList<Cidr> Inside { get; init; } = [];

    [Description("How each side learns the other's routes. Changing it replaces the connections.")]
    public Routing Routing { get; init; } = Routing.Bgp;

    [Description("The networks to route; left out, all of both sites.")]
    public LinkPrefixes Prefixes { get; init; } = new();

    [Description("Which algorithms protect it.")]
    public CryptoRequest Crypto { get; init; } = new();

    [Description("Where the pre-shared keys come from. The keys themselves are never written here.")]
    [NotShown]
    public KeyRequest Keys { get; init; } = new();

    [Description("How its tunnels behave.")]
    public TunnelOptions Tunnels { get; init; } = new();

    [Description("Narrow traffic selectors; left out, any traffic, as routing needs.")]
    public ValueList<TrafficSelector> Selectors { get; init; } = [];

    [Description("Address translation on the Azure gateway, for networks that overlap; with static routing only.")]
    public ValueList<NatRule> Nat { get; init; } = [];
}

/// <summary>How the two ends learn each other's networks.</summary>
public enum Routing
{
    [Description("BGP: routes come and go with the tunnels.")]
    Bgp,

    [Description("Static routes: one tunnel carries the traffic.")]
    Static,
}

[Description("The networks that a link routes.")]
public sealed record LinkPrefixes
{
    [Description("What Azure reaches in AWS; left out, all networks of the AWS site.")]
    public ValueList<Cidr> Aws { get; init; } = [];

    [Description("What AWS reaches in Azure; left out, all networks of the Azure site and its spokes.")]
    public ValueList<Cidr> Azure { get; init; } = [];
}

[Description("One pair of traffic selectors.")]
public sealed record TrafficSelector
{
    [Description("The networks on the AWS side.")]
    public ValueList<Cidr> Aws { get; init; } = [Cidr.Any];

    [Description("The networks on the Azure side.")]
    public ValueList<Cidr> Azure { get; init; } = [Cidr.Any];
}
