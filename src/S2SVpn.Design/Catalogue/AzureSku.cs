using S2SVpn.Design.Request;

namespace S2SVpn.Design.Catalogue;

/// <summary>What an Azure VPN gateway of one SKU has.</summary>
internal sealed record AzureSku
{
    private static readonly ValueList<GatewayGeneration> First = [GatewayGeneration.One];
    private static readonly ValueList<GatewayGeneration> Second = [GatewayGeneration.Two];
    private static readonly ValueList<GatewayGeneration> Both = [GatewayGeneration.One, GatewayGeneration.Two];

    public required GatewaySku Name { get; init; }

    /// <summary>What it carries, in the order of the generations.</summary>
    public required ValueList<AzureRate> Rates { get; init; }

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

    /// <summary>What one tunnel carries at most, in Mbps.</summary>
    public int PerTunnel => Rates.Max(rate => rate.GcmTunnel);

    /// <summary>What it carries in one of its generations.</summary>
    public AzureRate Rate(GatewayGeneration generation) => Rates[Generations.Count > 1 && generation == GatewayGeneration.Two ? 1 : 0];

    // learn.microsoft.com/azure/vpn-gateway/about-gateway-skus (and what a tunnel was observed to carry), …/vpn-gateway-about-skus-legacy,
    // …/vpn-gateway-about-vpn-gateway-settings,
    // …/gateway-sku-consolidation (what is retired, and what follows it), …/nat-overview
    private static readonly Dictionary<GatewaySku, AzureSku> All = new AzureSku[]
    {
        new() { Name = GatewaySku.Basic, Rates = [new(100, 100, 100)], Tunnels = 10, Generations = First, HasBgp = false, HasNat = false },
        new() { Name = GatewaySku.Standard, Rates = [new(100, 100, 100)], Tunnels = 10, Generations = First, HasNat = false, Retired = "in March 2026", Successor = GatewaySku.VpnGw1AZ },
        new() { Name = GatewaySku.HighPerformance, Rates = [new(200, 200, 200)], Tunnels = 30, Generations = First, HasNat = false, Retired = "in March 2026", Successor = GatewaySku.VpnGw2AZ },
        new() { Name = GatewaySku.VpnGw1, Rates = [new(650, 500, 650)], Tunnels = 30, Generations = First, HasNat = false, Retired = "on 30 September 2026", Successor = GatewaySku.VpnGw1AZ },
        new() { Name = GatewaySku.VpnGw2, Rates = [new(1200, 650, 1000), new(1250, 550, 1250)], Tunnels = 30, Generations = Both, Retired = "on 30 September 2026", Successor = GatewaySku.VpnGw2AZ },
        new() { Name = GatewaySku.VpnGw3, Rates = [new(1250, 700, 1250), new(1500, 700, 2500)], Tunnels = 30, Generations = Both, Retired = "on 30 September 2026", Successor = GatewaySku.VpnGw3AZ },
        new() { Name = GatewaySku.VpnGw4, Rates = [new(2300, 700, 5000)], Tunnels = 100, Generations = Second, Retired = "on 30 September 2026", Successor = GatewaySku.VpnGw4AZ },
        new() { Name = GatewaySku.VpnGw5, Rates = [new(2300, 700, 10000)], Tunnels = 100, Generations = Second, Retired = "on 30 September 2026", Successor = GatewaySku.VpnGw5AZ },
        new() { Name = GatewaySku.VpnGw1AZ, Rates = [new(650, 500, 650)], Tunnels = 30, Generations = First, HasNat = false, IsZonal = true },
        new() { Name = GatewaySku.VpnGw2AZ, Rates = [new(1200, 650, 1000), new(1250, 550, 1250)], Tunnels = 30, Generations = Both, IsZonal = true },
        new() { Name = GatewaySku.VpnGw3AZ, Rates = [new(1250, 700, 1250), new(1500, 700, 2500)], Tunnels = 30, Generations = Both, IsZonal = true },
        new() { Name = GatewaySku.VpnGw4AZ, Rates = [new(2300, 700, 5000)], Tunnels = 100, Generations = Second, IsZonal = true },
        new() { Name = GatewaySku.VpnGw5AZ, Rates = [new(2300, 700, 10000)], Tunnels = 100, Generations = Second, IsZonal = true },
    }.ToDictionary(sku => sku.Name);

    public static AzureSku Of(GatewaySku name) => All[name];
}
