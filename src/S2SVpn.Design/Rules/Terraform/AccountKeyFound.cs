using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Terraform;

internal sealed class AccountKeyFound : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X147",
        Level = FindingLevel.Warning,
        Title = "Terraform can look up the storage account's key",
        Why = "Without Entra ID Terraform reads the key of the account, for which it has to know the account's "
            + "resource group.",
        Sources = [new("developer.hashicorp.com/terraform/language/backend/azurerm", "Terraform: azurerm backend")],
        Fix = "Leave entraId out (true), or write resourceGroup. Accept this where ARM_ACCESS_KEY or "
            + "ARM_SAS_TOKEN brings the key.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        var path = RequestPath.Root.At("terraform.backend.azurerm.entraId");
        return context.Request.Terraform.Backend.Azurerm is { EntraId: false, ResourceGroup: null }
            ? [new Violation($"{context.FormatPath(path)} is false, and no resourceGroup is named", path)]
            : [];
    }
}
