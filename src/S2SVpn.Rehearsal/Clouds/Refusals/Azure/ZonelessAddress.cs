using S2SVpn.Design.Catalogue;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>A gateway of an AZ SKU needs addresses with zones, where the location has zones.</summary>
public sealed class ZonelessAddress : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "VmssVpnGatewayPublicIpsMustHaveZonesConfigured",
        When = RefusalTime.Write,
        Types = ["azurerm_virtual_network_gateway"],
        Source = "github.com/microsoft/physical-ai-toolchain/issues/350",
    };

    internal override string? Why(Situation situation) =>
        GatewayAddresses.IsZonal(situation.Values) && AzureLocations.HasZones(situation.Values.Text("location") ?? "")
        && GatewayAddresses.Of(situation).Any(address => !address.Texts("zones").Any())
            ? $"The gateway's SKU is {situation.Values.Text("sku")}, and a public IP address of it has no zones."
            : null;
}
