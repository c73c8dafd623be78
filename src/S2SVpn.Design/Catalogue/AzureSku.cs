using S2SVpn.Design.Request;

namespace S2SVpn.Design.Catalogue;

/// <summary>What an Azure VPN gateway of one SKU has.</summary>
internal sealed record AzureSku
{
    private static readonly ValueList<GatewayGeneration> First = [GatewayGeneration.One];
    private static readonly ValueList<GatewayGeneration> Second = [GatewayGeneration.Two];
    private static readonly ValueList<GatewayGeneration> Both = [GatewayGeneration.One, GatewayGeneration.Two];

    public required GatewaySku Name { get; init; }

    /// <summary>What one tunnel carries at most: observed with AES-256-GCM.</summary>
    public required string PerTunnel { get; init; }

    public required int Tunnels { get; init; }

    /// <summary>In ascending order.</summary>
    public required ValueList<GatewayGeneration> Generations { get; init; }

    /// <summary>BGP, a second instance, IKEv1 beside IKEv2, and IPsec policies: Basic has none of them.</summary>
    public bool HasBgp { get; init; } = true;

    public bool HasNat { get; init; } = true;

    /// <summary>Whether its public addresses have to be in zones where the location has zones.</summary>
    public bool IsZonal { get; init; }

    /// <summary>Since when Azure makes no more of it, as the end of a sentence; null for a current one.</summary>
    public string? Retired { get; init; }

    /// <summary>What takes its place; null for a current one.</summary>
    public GatewaySku? Successor { get; init; }

    public GatewayGeneration NewestGeneration => Generations[^1];

    // learn.microsoft.com/azure/vpn-gateway/about-gateway-skus, …/vpn-gateway-about-vpn-gateway-settings,
    // …/gateway-sku-consolidation (what is retired, and what follows it), …/nat-overview
    private static readonly Dictionary<GatewaySku, AzureSku> All = new AzureSku[]
    {
        new() { Name = GatewaySku.Basic, PerTunnel = "650 Mbps", Tunnels = 10, Generations = First, HasBgp = false, HasNat = false },
        new() { Name = GatewaySku.Standard, PerTunnel = "650 Mbps", Tunnels = 10, Generations = First, HasNat = false, Retired = "in March 2026", Successor = GatewaySku.VpnGw1AZ },
        new() { Name = GatewaySku.HighPerformance, PerTunnel = "650 Mbps", Tunnels = 30, Generations = First, HasNat = false, Retired = "in March 2026", Successor = GatewaySku.VpnGw2AZ },
        new() { Name = GatewaySku.VpnGw1, PerTunnel = "650 Mbps", Tunnels = 30, Generations = First, HasNat = false, Retired = "on 30 September 2026", Successor = GatewaySku.VpnGw1AZ },
        new() { Name = GatewaySku.VpnGw2, PerTunnel = "1.25 Gbps", Tunnels = 30, Generations = Both, Retired = "on 30 September 2026", Successor = GatewaySku.VpnGw2AZ },
        new() { Name = GatewaySku.VpnGw3, PerTunnel = "1.5 Gbps", Tunnels = 30, Generations = Both, Retired = "on 30 September 2026", Successor = GatewaySku.VpnGw3AZ },
        new() { Name = GatewaySku.VpnGw4, PerTunnel = "2.3 Gbps", Tunnels = 100, Generations = Second, Retired = "on 30 September 2026", Successor = GatewaySku.VpnGw4AZ },
        new() { Name = GatewaySku.VpnGw5, PerTunnel = "2.3 Gbps", Tunnels = 100, Generations = Second, Retired = "on 30 September 2026", Successor = GatewaySku.VpnGw5AZ },
        new() { Name = GatewaySku.VpnGw1AZ, PerTunnel = "650 Mbps", Tunnels = 30, Generations = First, HasNat = false, IsZonal = true },
        new() { Name = GatewaySku.VpnGw2AZ, PerTunnel = "1.25 Gbps", Tunnels = 30, Generations = Both, IsZonal = true },
        new() { Name = GatewaySku.VpnGw3AZ, PerTunnel = "1.5 Gbps", Tunnels = 30, Generations = Both, IsZonal = true },
        new() { Name = GatewaySku.VpnGw4AZ, PerTunnel = "2.3 Gbps", Tunnels = 100, Generations = Second, IsZonal = true },
        new() { Name = GatewaySku.VpnGw5AZ, PerTunnel = "2.3 Gbps", Tunnels = 100, Generations = Second, IsZonal = true },
    }.ToDictionary(sku => sku.Name);

    public static AzureSku Of(GatewaySku name) => All[name];
}
