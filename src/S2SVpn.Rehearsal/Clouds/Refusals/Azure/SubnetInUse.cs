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

    // A network takes its subnets and its own peerings with it, but not what is in them.
    internal override string? Why(RefusalContext context) =>
        SubnetUsers.Of(context).FirstOrDefault(user => user.Type != "azurerm_virtual_network_peering") is { } user
            ? $"Subnet {context.Id} is in use by {user.Id}."
            : null;
}
