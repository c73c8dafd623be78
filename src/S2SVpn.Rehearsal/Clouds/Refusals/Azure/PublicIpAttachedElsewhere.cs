namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>A public address is one gateway's or one network interface's: the next one waits until the first is gone.</summary>
public sealed class PublicIpAttachedElsewhere : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "PublicIPAddressInUse",
        When = RefusalTime.Write,
        Types = ["azurerm_virtual_network_gateway", "azurerm_network_interface"],
        Source = "github.com/gardener/gardener-extension-provider-azure/issues/757",
    };

    internal override string? Why(RefusalContext context)
    {
        var own = AddressesOf(context.Values).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return context.Store.Objects.FirstOrDefault(item => Facts.Types.Contains(item.Type) && item.Id != context.Id && AddressesOf(item.Values).Any(own.Contains)) is { } other
            ? $"Resource {context.Id} is referencing public IP address {AddressesOf(other.Values).First(own.Contains)} that is already allocated to resource {other.Id}."
            : null;
    }

    internal static IEnumerable<string> AddressesOf(Values.Attributes user) =>
        user.Blocks("ip_configuration").Select(one => one.Text("public_ip_address_id")).OfType<string>();
}

/// <summary>A public address is that of one IP configuration.</summary>
public sealed class PublicIpAttachedTwice : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "PublicIPReferencedByMultipleIPConfigs",
        When = RefusalTime.Write,
        Types = ["azurerm_virtual_network_gateway", "azurerm_network_interface"],
        Source = "github.com/kubernetes-sigs/cloud-provider-azure/issues/4243",
    };

    internal override string? Why(RefusalContext context) =>
        PublicIpAttachedElsewhere.AddressesOf(context.Values).GroupBy(id => id, StringComparer.OrdinalIgnoreCase).FirstOrDefault(each => each.Skip(1).Any()) is { } twice
            ? $"Public IP address {twice.Key} is referenced by two IP configurations of {context.Id}; it can be in one only."
            : null;
}
