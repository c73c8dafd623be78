namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>A location without zones takes no address with zones.</summary>
public sealed class LocationWithoutZones : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "LocationNotSupportAvailabilityZones",
        When = RefusalTime.Write,
        Types = ["azurerm_public_ip"],
        Source = "github.com/Azure/Azure-Landing-Zones/issues/425",
    };

    internal override string? Why(RefusalContext context)
    {
        var location = context.Values.Text("location") ?? "";
        return context.Values.Texts("zones").Any() && !AzureZones.In(location)
            ? $"The resource 'Microsoft.Network/publicIPAddresses/{context.Values.Text("name")}' does not support availability zones at location '{location}'."
            : null;
    }
}
