using S2SVpn.Rehearsal.Clouds.Storage;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>What has addresses of subnets.</summary>
internal static class SubnetUsers
{
    /// <summary>Those of a subnet, or of any subnet of a network. Settings of a subnet, such as its route table, don't count.</summary>
    public static IEnumerable<CloudObject> Of(RefusalContext context) => context.Store.Objects.Where(item =>
        !item.Type.StartsWith("azurerm_subnet", StringComparison.Ordinal)
        && item.Id != context.Id
        && item.Values.AllTexts().Any(text => text.Equals(context.Id, StringComparison.OrdinalIgnoreCase) || text.StartsWith($"{context.Id}/subnets/", StringComparison.OrdinalIgnoreCase)));
}

/// <summary>A subnet with something in it stays.</summary>
public sealed class SubnetInUse : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "InUseSubnetCannotBeDeleted",
        When = RefusalTime.Delete,
        Types = ["azurerm_subnet", "azurerm_virtual_network"],
        Source = "github.com/hashicorp/terraform-provider-azurerm/issues/688",
    };

    // A network takes its subnets and its own peerings with it, but not what is in them.
    internal override string? Why(RefusalContext context) =>
        SubnetUsers.Of(context).FirstOrDefault(user => user.Type != "azurerm_virtual_network_peering") is { } user
            ? $"Subnet {context.Id} is in use by {user.Id}."
            : null;
}

/// <summary>A subnet keeps the ranges that something has an address of: a gateway's subnet can't move under it.</summary>
public sealed class PrefixInUse : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "InUsePrefixCannotBeDeleted",
        When = RefusalTime.Write,
        Types = ["azurerm_subnet"],
        Source = "github.com/hashicorp/terraform-provider-azurerm/issues/11211",
    };

    internal override string? Why(RefusalContext context)
    {
        var lost = Networks.Of(context.Find(context.Type, context.Id), "address_prefixes").Except(Networks.Of(context.Values, "address_prefixes")).ToArray();
        return lost.Length > 0 && SubnetUsers.Of(context).FirstOrDefault() is { } user
            ? $"IpPrefix {lost[0]} on Subnet {context.Values.Text("name")} has active allocations and cannot be deleted: {user.Id}."
            : null;
    }
}
