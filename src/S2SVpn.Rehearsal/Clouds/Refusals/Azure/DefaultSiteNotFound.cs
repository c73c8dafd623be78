namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>The default site of a gateway is a local network gateway that exists. What is in resource groups made elsewhere is not known.</summary>
public sealed class DefaultSiteNotFound : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "InvalidResourceReference",
        When = RefusalTime.Write,
        Types = ["azurerm_virtual_network_gateway"],
        Source = "learn.microsoft.com/azure/vpn-gateway/vpn-gateway-forced-tunneling-rm",
    };

    internal override string? Why(RefusalContext context) =>
        context.Values.Text("default_local_network_gateway_id") is { Length: > 0 } site && context.Find("azurerm_local_network_gateway", site) is null
        && (!site.StartsWith('/') || context.Store.OfType("azurerm_resource_group").Any(group => site.StartsWith($"{group.Id}/", StringComparison.OrdinalIgnoreCase)))
            ? $"Resource {site} referenced by resource {context.Id} was not found."
            : null;
}
