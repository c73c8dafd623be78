using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules;

/// <summary>
/// The gateway SKUs that Azure no longer makes (learn.microsoft.com/azure/vpn-gateway/gateway-sku-consolidation).
/// </summary>
internal static class RetiredSkus
{
    public static bool Has(GatewaySku sku) => sku is >= GatewaySku.Standard and <= GatewaySku.VpnGw5;

    public static GatewaySku Successor(GatewaySku sku) => sku switch
    {
        GatewaySku.Standard or GatewaySku.VpnGw1 => GatewaySku.VpnGw1AZ,
        GatewaySku.HighPerformance or GatewaySku.VpnGw2 => GatewaySku.VpnGw2AZ,
        GatewaySku.VpnGw3 => GatewaySku.VpnGw3AZ,
        GatewaySku.VpnGw4 => GatewaySku.VpnGw4AZ,
        GatewaySku.VpnGw5 => GatewaySku.VpnGw5AZ,
        _ => sku,
    };

    public static string Say(GatewaySku sku) =>
        $"{Words.Of(sku)} was retired {Date(sku)}, and {Words.Of(Successor(sku))} follows it";

    private static string Date(GatewaySku sku) =>
        sku is GatewaySku.Standard or GatewaySku.HighPerformance ? "in March 2026" : "on 30 September 2026";
}
