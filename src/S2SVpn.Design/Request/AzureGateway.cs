using System.ComponentModel;
using S2SVpn.Design.Network;

namespace S2SVpn.Design.Request;

[Description("The Azure end of the VPN."), Shorthand(nameof(Kind))]
public sealed record AzureGateway
{
    [Description("The kind of gateway.")]
    public AzureGatewayKind Kind { get; init; } = AzureGatewayKind.Managed;

    [Description("The id of an existing VPN gateway.")]
    public string? Existing { get; init; }

    [Description("The custom BGP addresses (APIPA) that an existing gateway has, on all of its instances. BGP needs those that explain prints.")]
    [Example("[169.254.21.2, 169.254.22.2, 169.254.21.6, 169.254.22.6]")]
    public ValueList<Ipv4> BgpAddresses { get; init; } = [];

    [Description("The SKU, which decides throughput and price.")]
    public GatewaySku Sku { get; init; } = GatewaySku.VpnGw1AZ;

    [Description("Its generation; left out, the newest that the SKU has. Changing it replaces the gateway.")]
    public GatewayGeneration? Generation { get; init; }

    [Description("Two instances that both carry traffic. Changing it replaces the gateway: 45 minutes or more without VPN.")]
    public bool ActiveActive { get; init; } = true;

    [Description("The zones of its public addresses; left out, 1, 2 and 3 with an AZ SKU, and none in a location without zones.")]
    public ValueList<int>? Zones { get; init; }

    [Description("Its autonomous system number.")]
    public Asn Asn { get; init; } = new(65515);

    [Description("Whether AWS sites with BGP may reach each other through it. They do when their asn differ, and do not when it is the same.")]
    public bool? TransitBetweenSites { get; init; }

    [Description("How the gateway selects a tunnel; policy-based is refused here with the reason.")]
    public VpnType VpnType { get; init; } = VpnType.RouteBased;

    [Description("The machine, when the kind is appliance.")]
    public Appliance? Appliance { get; init; }
}

/// <summary>What the Azure end of a site's links is.</summary>
public enum AzureGatewayKind
{
    [Description("An Azure VPN gateway.")]
    Managed,

    [Description("A self-managed gateway that runs strongSwan or WireGuard.")]
    Appliance,
}

/// <summary>Every SKU there is or was, so that a rule can say when an old one ended and what follows it.</summary>
public enum GatewaySku
{
    [Spelling("Basic"), Description("No BGP, no second instance and no IPsec policy: not supported; the error explains why.")]
    Basic,

    [Spelling("Standard"), Description("Retired.")]
    Standard,

    [Spelling("HighPerformance"), Description("Retired.")]
    HighPerformance,

    [Spelling("VpnGw1"), Description("Retired; VpnGw1AZ is its successor.")]
    VpnGw1,

    [Spelling("VpnGw2"), Description("Retired; VpnGw2AZ is its successor.")]
    VpnGw2,

    [Spelling("VpnGw3"), Description("Retired; VpnGw3AZ is its successor.")]
    VpnGw3,

    [Spelling("VpnGw4"), Description("Retired; VpnGw4AZ is its successor.")]
    VpnGw4,

    [Spelling("VpnGw5"), Description("Retired; VpnGw5AZ is its successor.")]
    VpnGw5,

    [Spelling("VpnGw1AZ"), Description("650 Mbps, 30 tunnels.")]
    VpnGw1AZ,

    [Spelling("VpnGw2AZ"), Description("1.25 Gbps in generation 2, 30 tunnels.")]
    VpnGw2AZ,

    [Spelling("VpnGw3AZ"), Description("2.5 Gbps in generation 2, 30 tunnels.")]
    VpnGw3AZ,

    [Spelling("VpnGw4AZ"), Description("5 Gbps, 100 tunnels.")]
    VpnGw4AZ,

    [Spelling("VpnGw5AZ"), Description("10 Gbps, 100 tunnels.")]
    VpnGw5AZ,
}

/// <summary>The generation of an Azure VPN gateway.</summary>
public enum GatewayGeneration
{
    /// <summary>Generation 1.</summary>
    [Spelling("1", "Generation1")]
    One,

    /// <summary>Generation 2.</summary>
    [Spelling("2", "Generation2")]
    Two,
}

/// <summary>How an Azure VPN gateway chooses the tunnel of a packet.</summary>
public enum VpnType
{
    /// <summary>By its routes.</summary>
    RouteBased,

    /// <summary>By traffic selectors. Not supported: such a gateway has no BGP and a single tunnel.</summary>
    PolicyBased,
}
