namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>A gateway's subnet is delegated to no other service.</summary>
public sealed class GatewaySubnetDelegation : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        When = RefusalTime.Write,
        Types = ["azurerm_subnet"],
        Source = "learn.microsoft.com/azure/virtual-network/subnet-delegation-overview",
    };

    internal override string? Why(RefusalContext context) =>
        string.Equals(context.Values.Text("name"), "GatewaySubnet", StringComparison.OrdinalIgnoreCase) && context.Values.Blocks("delegation").Any()
            ? "The subnet GatewaySubnet can't be delegated to a service: only gateways are deployed in it."
            : null;
}
