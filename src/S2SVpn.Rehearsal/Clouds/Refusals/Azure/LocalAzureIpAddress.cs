namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>A connection ends on a private address only at a gateway that has private addresses.</summary>
public sealed class LocalAzureIpAddress : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        When = RefusalTime.Write,
        Types = ["azurerm_virtual_network_gateway_connection"],
        Source = "learn.microsoft.com/azure/vpn-gateway/site-to-site-vpn-private-peering",
    };

    internal override string? Why(RefusalContext context) =>
        context.Values.Flag("local_azure_ip_address_enabled") && context.Find("azurerm_virtual_network_gateway", context.Values.Text("virtual_network_gateway_id")) is { } gateway
        && !gateway.Flag("private_ip_address_enabled")
            ? $"The connection {context.Values.Text("name")} uses the local Azure IP address, and private IP addresses are not enabled on the gateway {gateway.Text("name")}."
            : null;
}
