using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>The public addresses of a gateway, of those that the store knows.</summary>
internal static class GatewayAddresses
{
    public static IEnumerable<Attributes> Of(RefusalContext context) => context.Values.Blocks("ip_configuration")
        .Select(configuration => context.Find("azurerm_public_ip", configuration.Text("public_ip_address_id")))
        .OfType<Attributes>();

    public static bool IsZonal(Attributes gateway) => gateway.Text("sku")?.EndsWith("AZ", StringComparison.Ordinal) == true;
}

/// <summary>Basic addresses are no longer taken by VPN gateways.</summary>
public sealed class BasicPublicIp : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "PublicIpWithBasicSkuNotAllowedOnVPNGateways",
        When = RefusalTime.Write,
        Types = ["azurerm_virtual_network_gateway"],
        Source = "github.com/Azure/ALZ-PowerShell-Module/issues/156",
    };

    internal override string? Why(RefusalContext context) =>
        context.Values.Text("sku") != "Basic" && GatewayAddresses.Of(context).Any(address => address.Text("sku") == "Basic")
            ? "A public IP address of the gateway is of the SKU Basic."
            : null;
}

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
