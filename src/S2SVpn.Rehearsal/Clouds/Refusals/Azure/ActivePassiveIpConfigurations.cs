namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>A gateway that is not active-active has one address.</summary>
public sealed class ActivePassiveIpConfigurations : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        When = RefusalTime.Write,
        Types = ["azurerm_virtual_network_gateway"],
        Source = "learn.microsoft.com/azure/vpn-gateway/vpn-gateway-activeactive-rm-powershell",
    };

    internal override string? Why(RefusalContext context) =>
        context.Values is var gateway && !gateway.Flag("active_active") && gateway.Blocks("ip_configuration").Count() is var addresses and > 1
            ? $"The gateway has {addresses} IP configurations, and is not active-active; it takes one."
            : null;
}
