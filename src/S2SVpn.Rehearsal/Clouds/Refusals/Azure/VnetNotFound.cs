namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>A subnet or a peering is of a VNet in its own resource group. Of a group that was not created here nothing is known.</summary>
public sealed class VnetNotFound : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "ResourceNotFound",
        When = RefusalTime.Create,
        Types = ["azurerm_subnet", "azurerm_virtual_network_peering"],
        Source = "learn.microsoft.com/azure/azure-resource-manager/troubleshooting/error-not-found",
    };

    internal override string? Why(RefusalContext context)
    {
        var (group, name) = (context.Values.Text("resource_group_name"), context.Values.Text("virtual_network_name"));
        var named = context.Store.OfType("azurerm_virtual_network").Where(vnet => IsSame(vnet.Values.Text("name"), name)).ToList();
        return named.Count > 0 && context.Store.OfType("azurerm_resource_group").Any(known => IsSame(known.Values.Text("name"), group)) && !named.Exists(vnet => IsSame(vnet.Values.Text("resource_group_name"), group))
            ? $"The Resource 'Microsoft.Network/virtualNetworks/{name}' under resource group '{group}' was not found."
            : null;
    }

    private static bool IsSame(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
