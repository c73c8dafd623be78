namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>
/// What is locked can't be deleted, nor what is in it, nor what extends it, such as its log settings
/// (github.com/hashicorp/terraform-provider-azurerm/issues/17478).
/// </summary>
public sealed class ScopeLocked : Refusal
{
    private const string Lock = "azurerm_management_lock";

    public override RefusalFacts Facts { get; } = new()
    {
        Code = "ScopeLocked",
        When = RefusalTime.Delete,
        Types = ["azurerm_*"],
        Source = "learn.microsoft.com/azure/azure-resource-manager/management/lock-resources",
    };

    internal override string? Why(RefusalContext context)
    {
        var scope = ScopeOf(context.Id);
        return context.Type == Lock
            ? null
            : context.Store.OfType(Lock)
                .Where(held => $"{scope}/".StartsWith($"{held.Values.Text("scope")}/", StringComparison.OrdinalIgnoreCase))
                .Select(held => $"The scope '{scope}' cannot perform delete operation because {held.Id} locks it.")
                .FirstOrDefault();
    }

    // The provider writes the id of a log setting as that of its resource and its name; in Azure it is a child of the resource.
    private static string ScopeOf(string id) => id.Replace("|", "/providers/Microsoft.Insights/diagnosticSettings/", StringComparison.Ordinal);
}
