namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>The provider does not delete a resource group with something in it, unless its features say so.</summary>
public sealed class ResourceGroupInUse : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        When = RefusalTime.Delete,
        Types = ["azurerm_resource_group"],
        Source = "registry.terraform.io/providers/hashicorp/azurerm/latest/docs/guides/features-block",
    };

    internal override string? Why(RefusalContext context)
    {
        var within = context.Store.Objects.Count(item => item.Type != "azurerm_management_lock" && item.Id.StartsWith($"{context.Id}/", StringComparison.OrdinalIgnoreCase));
        return within == 0 ? null : $"the Resource Group still contains Resources ({within}); Terraform does not delete resources it did not create.";
    }
}
