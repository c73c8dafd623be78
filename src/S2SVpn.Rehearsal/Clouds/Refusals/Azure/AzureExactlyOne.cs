namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>A role is named or has an id, a peer has an address or a name, a network has ranges or a pool, and a secret has a value.</summary>
public sealed class AzureExactlyOne : ExactlyOne
{
    public override RefusalFacts Facts { get; } = new()
    {
        When = RefusalTime.Validate,
        Types = ["azurerm_*"],
        Source = "github.com/hashicorp/terraform-provider-azurerm/blob/main/internal/services/authorization/role_assignment_resource.go",
    };

    private protected override IReadOnlyList<(string Type, string[] Arguments)> All { get; } =
    [
        ("azurerm_role_assignment", ["role_definition_id", "role_definition_name"]),
        ("azurerm_virtual_network", ["address_space", "ip_address_pool"]),
        ("azurerm_local_network_gateway", ["gateway_address", "gateway_fqdn"]),
        ("azurerm_key_vault_secret", ["value", "value_wo"]),
    ];
}
