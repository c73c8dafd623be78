using S2SVpn.Rehearsal.Clouds.Model;

namespace S2SVpn.Rehearsal.Clouds.Types.Azure;

/// <summary>Secrets. What a change replaces is as in github.com/hashicorp/terraform-provider-azurerm, internal/services/keyvault.</summary>
internal static class AzureSecretTypes
{
    public static IEnumerable<CloudType> All { get; } =
    [
        new("azurerm_key_vault_secret")
        {
            Sensitive = ["value", "value_wo"],
            ForceNew = ["name", "key_vault_id"],
        },
    ];
}
