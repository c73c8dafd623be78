namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

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
