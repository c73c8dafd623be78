namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>A route table stays while a subnet has it.</summary>
public sealed class AzureRouteTableInUse : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "InUseRouteTableCannotBeDeleted",
        When = RefusalTime.Delete,
        Types = ["azurerm_route_table"],
        Source = "github.com/hashicorp/terraform-provider-azurerm/issues/114",
    };

    internal override string? Why(RefusalContext context) =>
        context.Users.FirstOrDefault(user => user.Type == "azurerm_subnet_route_table_association") is { } user
            ? $"Route table {context.Id} is in use and cannot be deleted: {user.Id}."
            : null;
}
