using System.Globalization;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>A gateway needs room in its subnet: /27, or /29 for the SKU Basic.</summary>
public sealed class GatewaySubnetSize : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        When = RefusalTime.Create,
        Types = ["azurerm_virtual_network_gateway"],
        Source = "learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpn-gateway-settings",
    };

    internal override string? Why(RefusalContext context)
    {
        var longest = context.Values.Text("sku") == "Basic" ? 29 : 27;
        return context.Values.Blocks("ip_configuration")
            .SelectMany(configuration => Networks.Of(context.Find("azurerm_subnet", configuration.Text("subnet_id")), "address_prefixes"))
            .Where(network => network.PrefixLength > longest)
            .Select(network => string.Create(CultureInfo.InvariantCulture, $"The subnet GatewaySubnet ({network}) is too small for the SKU {context.Values.Text("sku")}: it must be /{longest} or larger."))
            .FirstOrDefault();
    }
}
