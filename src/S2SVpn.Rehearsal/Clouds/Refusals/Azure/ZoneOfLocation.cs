using S2SVpn.Design.Catalogue;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>A location without zones takes no address with zones.</summary>
public sealed class ZoneOfLocation : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "LocationNotSupportAvailabilityZones",
        When = RefusalTime.Write,
        Types = ["azurerm_public_ip"],
        Source = "github.com/Azure/Azure-Landing-Zones/issues/425",
    };

    internal override string? Why(Situation situation)
    {
        var location = situation.Values.Text("location") ?? "";
        return situation.Values.Texts("zones").Any() && !AzureLocations.HasZones(location)
            ? $"The resource 'Microsoft.Network/publicIPAddresses/{situation.Values.Text("name")}' does not support availability zones at location '{location}'."
            : null;
    }
}
