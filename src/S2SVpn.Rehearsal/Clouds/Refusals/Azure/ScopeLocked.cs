namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>What is locked can't be deleted, nor what is in it.</summary>
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

    internal override string? Why(Situation situation) => situation.Type == Lock
        ? null
        : situation.Store.OfType(Lock)
            .Where(held => $"{situation.Id}/".StartsWith($"{held.Values.Text("scope")}/", StringComparison.OrdinalIgnoreCase))
            .Select(held => $"{situation.Id} cannot be deleted while {held.Id} is there.")
            .FirstOrDefault();
}
