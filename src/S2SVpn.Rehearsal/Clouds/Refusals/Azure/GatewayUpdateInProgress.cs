using S2SVpn.Rehearsal.Clouds.Model;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>Nothing is written to a network while a gateway is made or changed in it.</summary>
public sealed class GatewayUpdateInProgress : Refusal
{
    // The provider lets one subnet wait for the other, but none for a gateway, and does not try again
    // (internal/services/network/subnet_resource.go and virtual_network_gateway_resource.go).
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "AnotherOperationInProgress",
        When = RefusalTime.Always,
        Types =
        [
            "azurerm_virtual_network", "azurerm_subnet", "azurerm_subnet_network_security_group_association",
            "azurerm_subnet_route_table_association",
        ],
        Source = "github.com/hashicorp/terraform-provider-azurerm/issues/13105",
    };

    internal override string? Why(RefusalContext context)
    {
        var network = NetworkOf(context.Values.Text("subnet_id") ?? context.Id);
        var busy = context.Meanwhile.FirstOrDefault(other => other is { Type: "azurerm_virtual_network_gateway", Operation: Operation.Create or Operation.Update }
            && other.Values.Blocks("ip_configuration").Any(configuration => NetworkOf(configuration.Text("subnet_id")).Equals(network, StringComparison.OrdinalIgnoreCase)));
        return busy is null ? null : $"Another operation on this or dependent resource is in progress: {network} has the gateway '{busy.Values.Text("name")}', which is being written.";
    }

    private static string NetworkOf(string? subnet) => (subnet ?? "").Split("/subnets/")[0];
}
