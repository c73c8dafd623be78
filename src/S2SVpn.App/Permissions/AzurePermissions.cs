namespace S2SVpn.App.Permissions;

/// <summary>The actions of each Azure type: those of its own resource, and those of what it joins.</summary>
internal static class AzurePermissions
{
    /// <summary>What is asked of the content of a vault, and stands apart in a role.</summary>
    public const string DataPrefix = "Microsoft.KeyVault/vaults/secrets/";

    private const string Provider = "hashicorp/terraform-provider-azurerm internal/services/";
    private const string Vnet = "Microsoft.Network/virtualNetworks";
    private const string Group = "Microsoft.Network/networkSecurityGroups";

    public static IReadOnlyList<TypePermissions> All { get; } =
    [
        Of("azurerm_resource_group", "resource/resource_group_resource.go", "Microsoft.Resources/subscriptions/resourceGroups", "", "Microsoft.Resources/subscriptions/resourceGroups/resources/read"),
        Of("azurerm_virtual_network", "network/virtual_network_resource.go", Vnet, "Microsoft.Network/virtualNetworks/subnets/read"),
        Of("azurerm_subnet", "network/subnet_resource.go", $"{Vnet}/subnets", $"{Vnet}/read"),
        Of("azurerm_virtual_network_peering", "network/virtual_network_peering_resource.go", $"{Vnet}/virtualNetworkPeerings", $"{Vnet}/peer/action"),
        Of("azurerm_public_ip", "network/public_ip_resource.go", "Microsoft.Network/publicIPAddresses", ""),
        Of("azurerm_route_table", "network/route_table_resource.go", "Microsoft.Network/routeTables", ""),
        Of("azurerm_route", "network/route_resource.go", "Microsoft.Network/routeTables/routes", "Microsoft.Network/routeTables/read"),
        Of("azurerm_subnet_route_table_association", "network/subnet_route_table_association_resource.go", "", $"{Vnet}/subnets/read {Vnet}/subnets/write Microsoft.Network/routeTables/join/action"),
        Of("azurerm_network_security_group", "network/network_security_group_resource.go", Group, ""),
        Of("azurerm_network_security_rule", "network/network_security_rule_resource.go", $"{Group}/securityRules", ""),
        Of("azurerm_subnet_network_security_group_association", "network/subnet_network_security_group_association_resource.go", "", $"{Vnet}/subnets/read {Vnet}/subnets/write {Group}/join/action"),
        Of("azurerm_local_network_gateway", "network/local_network_gateway_resource.go", "Microsoft.Network/localNetworkGateways", ""),
        Of("azurerm_virtual_network_gateway", "network/virtual_network_gateway_resource.go", "Microsoft.Network/virtualNetworkGateways", $"{Vnet}/subnets/join/action Microsoft.Network/publicIPAddresses/join/action"),
        Of("azurerm_virtual_network_gateway_connection", "network/virtual_network_gateway_connection_resource.go", "Microsoft.Network/connections", "Microsoft.Network/connections/sharedKey/action Microsoft.Network/connections/sharedKey/write Microsoft.Network/virtualNetworkGateways/read Microsoft.Network/virtualNetworkGateways/join/action Microsoft.Network/localNetworkGateways/join/action", "Microsoft.Network/connections/sharedKey/read"),
        Of("azurerm_virtual_network_gateway_nat_rule", "network/virtual_network_gateway_nat_rule_resource.go", "Microsoft.Network/virtualNetworkGateways/natRules", "Microsoft.Network/virtualNetworkGateways/read"),
        Of("azurerm_management_lock", "resource/management_lock_resource.go", "Microsoft.Authorization/locks", ""),
        Of("azurerm_network_interface", "network/network_interface_resource.go", "Microsoft.Network/networkInterfaces", $"{Vnet}/subnets/join/action Microsoft.Network/publicIPAddresses/join/action"),
        Of("azurerm_network_interface_security_group_association", "network/network_interface_security_group_association_resource.go", "", $"Microsoft.Network/networkInterfaces/read Microsoft.Network/networkInterfaces/write {Group}/join/action"),
        Of("azurerm_linux_virtual_machine", "compute/linux_virtual_machine_resource.go", "Microsoft.Compute/virtualMachines", "Microsoft.Network/networkInterfaces/join/action Microsoft.Compute/disks/write Microsoft.Compute/disks/delete Microsoft.Compute/virtualMachines/start/action Microsoft.Compute/virtualMachines/deallocate/action Microsoft.Compute/virtualMachines/powerOff/action Microsoft.Compute/virtualMachines/instanceView/read Microsoft.Compute/virtualMachines/vmSizes/read", "Microsoft.Compute/disks/read Microsoft.Network/networkInterfaces/read Microsoft.Network/publicIPAddresses/read"),
        Of("azurerm_log_analytics_workspace", "loganalytics/log_analytics_workspace_resource.go", "Microsoft.OperationalInsights/workspaces", "Microsoft.OperationalInsights/deletedWorkspaces/read", "Microsoft.OperationalInsights/workspaces/sharedKeys/action"),
        Of("azurerm_monitor_action_group", "monitor/monitor_action_group_resource.go", "Microsoft.Insights/actionGroups", ""),
        Of("azurerm_monitor_diagnostic_setting", "monitor/monitor_diagnostic_setting_resource.go", "Microsoft.Insights/diagnosticSettings", "Microsoft.OperationalInsights/workspaces/sharedKeys/action"),
        Of("azurerm_monitor_metric_alert", "monitor/monitor_metric_alert_resource.go", "Microsoft.Insights/metricAlerts", "Microsoft.Insights/actionGroups/read"),
        Of("azurerm_key_vault", "keyvault/key_vault_resource.go", "Microsoft.KeyVault/vaults", "", "Microsoft.KeyVault/locations/deletedVaults/read Microsoft.KeyVault/locations/deletedVaults/purge/action"),
        Of("azurerm_user_assigned_identity", "managedidentity/user_assigned_identity_resource.go", "Microsoft.ManagedIdentity/userAssignedIdentities", "Microsoft.ManagedIdentity/userAssignedIdentities/assign/action"),
        Of("azurerm_role_assignment", "authorization/role_assignment_resource.go", "Microsoft.Authorization/roleAssignments", "", "Microsoft.Authorization/roleDefinitions/read"),
        Of("data.azurerm_client_config", "authorization/client_config_data_source.go", "", ""),
        // A secret of the same name that was deleted is recovered, and a deleted one is purged: the provider does both unless its features say otherwise.
        Of("azurerm_key_vault_secret", "keyvault/key_vault_secret_resource.go", "", $"{DataPrefix}setSecret/action {DataPrefix}delete {DataPrefix}recover/action {DataPrefix}purge/action", $"Microsoft.KeyVault/vaults/read {DataPrefix}getSecret/action {DataPrefix}readMetadata/action"),
        Of("data.azurerm_resource_group", "resource/resource_group_data_source.go", "", "", "Microsoft.Resources/subscriptions/resourceGroups/read"),
        Of("data.azurerm_virtual_network", "network/virtual_network_data_source.go", "", "", $"{Vnet}/read"),
        Of("data.azurerm_public_ip", "network/public_ip_data_source.go", "", "", "Microsoft.Network/publicIPAddresses/read"),
        Of("data.azurerm_virtual_network_gateway", "network/virtual_network_gateway_data_source.go", "", "", "Microsoft.Network/virtualNetworkGateways/read"),
        Of("data.azurerm_key_vault_secret", "keyvault/key_vault_secret_data_source.go", "", "", $"Microsoft.KeyVault/vaults/read {DataPrefix}getSecret/action"),
    ];

    private static TypePermissions Of(string type, string file, string own, string write, string read = "") => new(
        type,
        own.Length == 0 ? Words(read) : [$"{own}/read", .. Words(read)],
        own.Length == 0 ? Words(write) : [$"{own}/write", $"{own}/delete", .. Words(write)],
        Provider + file);

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
