namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>Azure no longer makes VPN gateways of the SKUs without zones.</summary>
public sealed class RetiredSku : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "NonAzSkusNotAllowedForVPNGateway",
        When = RefusalTime.Create,
        Types = ["azurerm_virtual_network_gateway"],
        Source = "learn.microsoft.com/azure/vpn-gateway/gateway-sku-consolidation",
    };

    private static readonly HashSet<string> Retired = ["Standard", "HighPerformance", "VpnGw1", "VpnGw2", "VpnGw3", "VpnGw4", "VpnGw5"];

    internal override string? Why(RefusalContext context) =>
        context.Values.Text("type") == "Vpn" && context.Values.Text("sku") is { } sku && Retired.Contains(sku)
            ? $"New VPN gateways cannot use the SKU {sku}; use an AZ SKU."
            : null;
}
