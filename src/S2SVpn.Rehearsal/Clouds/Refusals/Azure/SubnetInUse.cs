namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

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

    internal override string? Why(Situation situation)
    {
        // A network takes its subnets with it, but not what is in them.
        var user = situation.Store.Objects.FirstOrDefault(item => !item.Type.StartsWith("azurerm_subnet", StringComparison.Ordinal) && item.Id != situation.Id && item.Values.AllTexts()
            .Any(text => text.Equals(situation.Id, StringComparison.OrdinalIgnoreCase) || text.StartsWith($"{situation.Id}/subnets/", StringComparison.OrdinalIgnoreCase)));
        return user is null ? null : $"Subnet {situation.Id} is in use by {user.Id}.";
    }
}
