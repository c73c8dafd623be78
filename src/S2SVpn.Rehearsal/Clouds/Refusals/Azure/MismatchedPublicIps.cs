namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>All addresses of a gateway are of one SKU and in the same zones.</summary>
public sealed class MismatchedPublicIps : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "ActiveActiveGatewayPublicIPAddressesDiffersInSkuOrZones",
        When = RefusalTime.Write,
        Types = ["azurerm_virtual_network_gateway"],
        Source = "github.com/Azure/terraform-azurerm-caf-enterprise-scale/issues/940",
    };

    internal override string? Why(RefusalContext context) =>
        GatewayAddresses.Of(context).Select(address => (address.Text("sku"), address["zones"])).Distinct().Count() > 1
            ? "The public IP addresses of the gateway differ in SKU or zones."
            : null;
}
