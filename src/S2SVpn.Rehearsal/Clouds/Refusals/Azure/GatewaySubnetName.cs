namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>A gateway needs a subnet with exactly that name. The provider checks it.</summary>
public sealed class GatewaySubnetName : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        When = RefusalTime.Validate,
        Types = ["azurerm_virtual_network_gateway"],
        Source = "github.com/hashicorp/terraform-provider-azurerm/blob/main/internal/services/network/virtual_network_gateway_resource.go",
    };

    internal override string? Why(RefusalContext context) => context.Values.Blocks("ip_configuration")
        .Select(configuration => configuration.Text("subnet_id"))
        .Where(id => id is not null && !id.EndsWith("/subnets/GatewaySubnet", StringComparison.OrdinalIgnoreCase))
        .Select(id => $"expected \"ip_configuration.subnet_id\" to name a gateway subnet with name GatewaySubnet, got {id}")
        .FirstOrDefault();
}
