using S2SVpn.Rehearsal.Clouds.Storage;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>What has addresses of subnets.</summary>
internal static class SubnetUsers
{
    /// <summary>Those of a subnet, or of any subnet of a network. Settings of a subnet, such as its route table, are none.</summary>
    public static IEnumerable<CloudObject> Of(Situation situation) => situation.Store.Objects.Where(item =>
        !item.Type.StartsWith("azurerm_subnet", StringComparison.Ordinal)
        && item.Id != situation.Id
        && item.Values.AllTexts().Any(text => text.Equals(situation.Id, StringComparison.OrdinalIgnoreCase) || text.StartsWith($"{situation.Id}/subnets/", StringComparison.OrdinalIgnoreCase)));
}
