namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>A VPN gateway takes regional IPv4 addresses.</summary>
public sealed class GatewayPublicIpKind : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        When = RefusalTime.Write,
        Types = ["azurerm_virtual_network_gateway"],
        Source = "learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpn-gateway-settings",
    };

    internal override string? Why(RefusalContext context) => GatewayAddresses.Of(context)
        .Where(address => address.Text("ip_version") == "IPv6" || address.Text("sku_tier") == "Global")
        .Select(address => $"The public IP address {address.Text("name")} can't be used by the gateway: it is {(address.Text("ip_version") == "IPv6" ? "an IPv6 address" : "of the tier Global")}.")
        .FirstOrDefault();
}
