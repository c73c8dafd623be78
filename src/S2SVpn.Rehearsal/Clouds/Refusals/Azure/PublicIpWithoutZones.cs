namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>A gateway of an AZ SKU needs addresses with zones, where the location has zones.</summary>
public sealed class PublicIpWithoutZones : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "VmssVpnGatewayPublicIpsMustHaveZonesConfigured",
        When = RefusalTime.Write,
        Types = ["azurerm_virtual_network_gateway"],
        Source = "github.com/microsoft/physical-ai-toolchain/issues/350",
    };

    internal override string? Why(RefusalContext context) =>
        GatewayAddresses.IsZonal(context.Values) && AzureZones.In(context.Values.Text("location"))
        && GatewayAddresses.Of(context).Any(address => !address.Texts("zones").Any())
            ? $"The gateway's SKU is {context.Values.Text("sku")}, and a public IP address of it has no zones."
            : null;
}
