namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>What is there already has to be imported: the provider does not take it over.</summary>
public sealed class AlreadyExists : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        When = RefusalTime.Create,
        Types = ["azurerm_*"],
        Source = "github.com/hashicorp/terraform-provider-azurerm/blob/main/helpers/tf/errors.go",
    };

    internal override string? Why(RefusalContext context) => context.Find(context.Type, context.Id) is null
        ? null
        : $"A resource with the ID \"{context.Id}\" already exists. To be managed via Terraform it needs to be imported into the State (resource \"{context.Type}\").";
}
