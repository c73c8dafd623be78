namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>A key vault has a name of 3 to 24 letters, digits and hyphens, which no other vault of the world has.</summary>
public sealed class VaultName : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "VaultNameNotValid",
        When = RefusalTime.Create,
        Types = ["azurerm_key_vault"],
        Source = "learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules",
    };

    internal override string? Why(RefusalContext context)
    {
        var name = context.Values.Text("name") ?? "";
        var isValid = name.Length is >= 3 and <= 24 && char.IsAsciiLetter(name[0]) && !name.EndsWith('-') && !name.Contains("--", StringComparison.Ordinal)
            && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');
        return isValid ? null
            : $"The vault name '{name}' is invalid. A vault's name must be between 3-24 alphanumeric characters. The name must begin with a letter, end with a letter or digit, and not contain consecutive hyphens.";
    }
}
