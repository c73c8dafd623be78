namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>Each generation has its own SKUs. A gateway keeps its generation when its SKU changes.</summary>
public sealed class SkuGeneration : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "VirtualNetworkGatewaySkuCannotBeCreatedForSpecifiedVmGeneration",
        When = RefusalTime.Write,
        Types = ["azurerm_virtual_network_gateway"],
        Source = "github.com/Azure/Azure-Landing-Zones/issues/2202",
    };

    internal override string? Why(RefusalContext context)
    {
        var (sku, generation) = (context.Values.Text("sku"), context.Values.Text("generation"));
        return (sku, generation) is ("Basic" or "VpnGw1" or "VpnGw1AZ", "Generation2") or ("VpnGw4" or "VpnGw5" or "VpnGw4AZ" or "VpnGw5AZ", "Generation1")
            ? $"The SKU {sku} does not exist in {generation}."
            : null;
    }
}
