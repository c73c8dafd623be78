namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>Only the smallest SKU has policy-based gateways.</summary>
public sealed class PolicyBasedSku : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        When = RefusalTime.Write,
        Types = ["azurerm_virtual_network_gateway"],
        Source = "learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpn-gateway-settings",
    };

    internal override string? Why(RefusalContext context) => context.Values.Text("vpn_type") == "PolicyBased" && context.Values.Text("sku") is { } sku and not "Basic"
        ? $"A policy-based VPN gateway takes the SKU Basic only, not {sku}."
        : null;
}
