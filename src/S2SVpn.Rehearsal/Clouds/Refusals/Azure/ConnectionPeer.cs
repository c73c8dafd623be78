namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>A connection names the other end that its type has.</summary>
public sealed class ConnectionPeer : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        When = RefusalTime.Write,
        Types = ["azurerm_virtual_network_gateway_connection"],
        Source = "github.com/hashicorp/terraform-provider-azurerm/blob/main/internal/services/network/virtual_network_gateway_connection_resource.go",
    };

    internal override string? Why(RefusalContext context) => context.Values.Text("type") switch
    {
        "IPsec" when context.Values.Text("local_network_gateway_id") is null => "`local_network_gateway_id` must be specified when `type` is set to `IPsec`",
        "Vnet2Vnet" when context.Values.Text("peer_virtual_network_gateway_id") is null => "`peer_virtual_network_gateway_id` must be specified when `type` is set to `Vnet2Vnet`",
        "ExpressRoute" when context.Values.Text("express_route_circuit_id") is null => "`express_route_circuit_id` must be specified when `type` is set to `ExpressRoute`",
        _ => null,
    };
}
