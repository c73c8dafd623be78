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
