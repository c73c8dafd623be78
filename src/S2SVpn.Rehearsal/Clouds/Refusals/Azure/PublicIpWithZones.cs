namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>A gateway of any other SKU takes no address with zones.</summary>
public sealed class PublicIpWithZones : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "RegionalVmssVpnGatewayPublicIpsMustNotHaveZonesConfigured",
        When = RefusalTime.Write,
        Types = ["azurerm_virtual_network_gateway"],
        Source = "github.com/Azure/Azure-Landing-Zones/issues/2660",
    };

    internal override string? Why(RefusalContext context) =>
        !GatewayAddresses.IsZonal(context.Values) && GatewayAddresses.Of(context).Any(address => address.Texts("zones").Any())
            ? $"The gateway's SKU is {context.Values.Text("sku")}, and a public IP address of it has zones."
            : null;
}
