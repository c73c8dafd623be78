namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>Connections go before the gateways at either end of them.</summary>
public sealed class GatewayInUse : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        When = RefusalTime.Delete,
        Types = ["azurerm_local_network_gateway", "azurerm_virtual_network_gateway"],
        Source = "learn.microsoft.com/azure/vpn-gateway/vpn-gateway-delete-vnet-gateway-portal",
    };

    internal override string? Why(RefusalContext context) =>
        context.Users.FirstOrDefault(user => user.Type == "azurerm_virtual_network_gateway_connection") is { } user
            ? $"{context.Id} is in use by the connection {user.Id}; delete that first."
            : null;
}
