using S2SVpn.Rehearsal.Clouds.Model;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Types.Azure;

/// <summary>
/// Secrets, and who may read them. What a change replaces is as in github.com/hashicorp/terraform-provider-azurerm, internal/services/keyvault,
/// authorization and managedidentity.
/// </summary>
internal static class AzureSecretTypes
{
    public static IEnumerable<CloudType> All { get; } =
    [
        new("azurerm_key_vault_secret")
        {
            Sensitive = ["value", "value_wo"],
            ForceNew = ["name", "key_vault_id"],
            Make = (_, secret) => secret.SetIfUnknown("versionless_id", $"https://{secret.Text("key_vault_id")?.Split('/')[^1]}.vault.azure.net/secrets/{secret.Text("name")}"),
        },
        new("azurerm_key_vault")
        {
            ForceNew = ["name", "resource_group_name", "location"],
            ComputedBlocks = ["access_policy"],
            Defaults = new Dictionary<string, Value> { ["public_network_access_enabled"] = true, ["soft_delete_retention_days"] = 90 },
            Make = (making, vault) => vault
                .SetIfUnknown("access_policy", ListValue.Empty)
                .SetIfUnknown("rbac_authorization_enabled", false)
                .SetIfUnknown("enable_rbac_authorization", false)
                .SetIfUnknown("vault_uri", $"https://{making.Planned.Text("name")}.vault.azure.net/"),
        },
        new("azurerm_role_assignment")
        {
            ForceNew =
            [
                "name", "scope", "role_definition_id", "role_definition_name", "principal_id", "principal_type", "condition", "condition_version",
                "delegated_managed_identity_resource_id", "description", "skip_service_principal_aad_check",
            ],
            Id = making => $"{making.Planned.Text("scope")}/providers/Microsoft.Authorization/roleAssignments/{making.Planned.Text("name") ?? Guid.Parse(making.Hash(32)).ToString()}",
            Make = (making, role) => role
                .SetIfUnknown("name", making.Id.Split('/')[^1])
                .SetIfUnknown("principal_type", "ServicePrincipal")
                .SetIfUnknown("role_definition_id", $"/subscriptions/{AzureCloud.Subscription(making.Settings)}/providers/Microsoft.Authorization/roleDefinitions/{Guid.Parse(making.Hash(32, "role"))}"),
        },
        new("azurerm_user_assigned_identity")
        {
            ForceNew = ["name", "resource_group_name", "location"],
            Make = (making, identity) => identity
                .SetIfUnknown("client_id", Guid.Parse(making.Hash(32, "client")).ToString())
                .SetIfUnknown("principal_id", Guid.Parse(making.Hash(32, "principal")).ToString())
                .SetIfUnknown("tenant_id", "00000000-0000-0000-0000-000000000001"),
        },
    ];
}
