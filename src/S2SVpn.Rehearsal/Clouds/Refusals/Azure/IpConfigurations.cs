namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>An active-active gateway needs an address for each of its two instances.</summary>
public sealed class ActiveActiveIpConfigurations : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "ActiveActiveGatewayMustHaveExactlyTwoIpConfigurations",
        When = RefusalTime.Write,
        Types = ["azurerm_virtual_network_gateway"],
        Source = "github.com/Azure/Azure-Landing-Zones/issues/2764",
    };

    internal override string? Why(RefusalContext context)
    {
        var gateway = context.Values;
        var addresses = gateway.Blocks("ip_configuration").Count();
        return gateway.Flag("active_active") && gateway.Block("vpn_client_configuration") is null && addresses != 2
            ? $"The gateway is active-active and has {addresses} IP configurations; it needs two."
            : null;
    }
}

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
