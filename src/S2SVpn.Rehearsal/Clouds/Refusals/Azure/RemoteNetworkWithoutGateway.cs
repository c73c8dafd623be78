namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>A peering uses the gateway of its other end only where there is one.</summary>
public sealed class RemoteNetworkWithoutGateway : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "RemoteVnetHasNoGateways",
        When = RefusalTime.Write,
        Types = ["azurerm_virtual_network_peering"],
        Source = "github.com/hashicorp/terraform/issues/30569",
    };

    internal override string? Why(RefusalContext context)
    {
        var remote = context.Values.Text("remote_virtual_network_id");
        // What is in an existing network isn't known.
        return context.Values.Flag("use_remote_gateways")
            && context.Find("azurerm_virtual_network", remote) is not null
            && !context.Store.OfType("azurerm_virtual_network_gateway").Any(gateway => gateway.Values.Blocks("ip_configuration")
                .Any(one => one.Text("subnet_id")?.StartsWith($"{remote}/subnets/", StringComparison.OrdinalIgnoreCase) == true))
            ? $"Peering {context.Id} cannot have UseRemoteGateway flag set to true because remote virtual network {remote} referenced by the peering does not have any gateways."
            : null;
    }
}
