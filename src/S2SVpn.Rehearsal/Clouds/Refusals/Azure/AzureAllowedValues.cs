namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>The words that the Azure provider knows for an argument.</summary>
public sealed class AzureAllowedValues : AllowedValues
{
    private const string Connection = "azurerm_virtual_network_gateway_connection";
    private const string Gateway = "azurerm_virtual_network_gateway";
    private const string Rule = "azurerm_network_security_rule";

    public override RefusalFacts Facts { get; } = new()
    {
        When = RefusalTime.Validate,
        Types = ["azurerm_*"],
        Source = "github.com/hashicorp/terraform-provider-azurerm/blob/main/internal/services/network/virtual_network_gateway_connection_resource.go",
    };

    private protected override IReadOnlyList<(string Type, string Argument, string[] Words)> All { get; } =
    [
        (Connection, "type", ["ExpressRoute", "IPsec", "Vnet2Vnet"]),
        (Connection, "connection_mode", ["Default", "InitiatorOnly", "ResponderOnly"]),
        (Connection, "connection_protocol", ["IKEv1", "IKEv2"]),
        (Connection, "ipsec_policy.dh_group", ["DHGroup1", "DHGroup14", "DHGroup2", "DHGroup2048", "DHGroup24", "ECP256", "ECP384", "None"]),
        (Connection, "ipsec_policy.ike_encryption", ["AES128", "AES192", "AES256", "DES", "DES3", "GCMAES128", "GCMAES256"]),
        (Connection, "ipsec_policy.ike_integrity", ["GCMAES128", "GCMAES256", "MD5", "SHA1", "SHA256", "SHA384"]),
        (Connection, "ipsec_policy.ipsec_encryption", ["AES128", "AES192", "AES256", "DES", "DES3", "GCMAES128", "GCMAES192", "GCMAES256", "None"]),
        (Connection, "ipsec_policy.ipsec_integrity", ["GCMAES128", "GCMAES192", "GCMAES256", "MD5", "SHA1", "SHA256"]),
        (Connection, "ipsec_policy.pfs_group", ["ECP256", "ECP384", "None", "PFS1", "PFS14", "PFS2", "PFS2048", "PFS24", "PFSMM"]),
        (Gateway, "type", ["ExpressRoute", "Vpn"]),
        (Gateway, "vpn_type", ["RouteBased", "PolicyBased"]),
        (Gateway, "generation", ["Generation1", "Generation2", "None"]),
        (Gateway, "sku", ["Basic", "Standard", "HighPerformance", "UltraPerformance", "ErGw1AZ", "ErGw2AZ", "ErGw3AZ", "ErGwScale", "VpnGw1", "VpnGw2", "VpnGw3", "VpnGw4", "VpnGw5", "VpnGw1AZ", "VpnGw2AZ", "VpnGw3AZ", "VpnGw4AZ", "VpnGw5AZ"]),
        (Gateway, "ip_configuration.private_ip_address_allocation", ["Dynamic", "Static"]),
        ("azurerm_virtual_network_gateway_nat_rule", "mode", ["EgressSnat", "IngressSnat"]),
        ("azurerm_virtual_network_gateway_nat_rule", "type", ["Dynamic", "Static"]),
        (Rule, "access", ["Allow", "Deny"]),
        (Rule, "direction", ["Inbound", "Outbound"]),
        (Rule, "protocol", ["*", "Ah", "Esp", "Icmp", "Tcp", "Udp"]),
        ("azurerm_public_ip", "allocation_method", ["Dynamic", "Static"]),
        ("azurerm_public_ip", "sku", ["Basic", "Standard", "StandardV2"]),
        ("azurerm_public_ip", "sku_tier", ["Global", "Regional"]),
        ("azurerm_public_ip", "ip_version", ["IPv4", "IPv6"]),
        ("azurerm_route", "next_hop_type", Hops),
        ("azurerm_route_table", "route.next_hop_type", Hops),
        ("azurerm_linux_virtual_machine", "identity.type", ["SystemAssigned", "UserAssigned", "SystemAssigned, UserAssigned"]),
        ("azurerm_linux_virtual_machine", "os_disk.caching", ["None", "ReadOnly", "ReadWrite"]),
        ("azurerm_key_vault", "sku_name", ["premium", "standard"]),
        ("azurerm_management_lock", "lock_level", ["CanNotDelete", "ReadOnly"]),
        ("azurerm_network_interface", "ip_configuration.private_ip_address_allocation", ["Dynamic", "Static"]),
    ];

    private static string[] Hops => ["Internet", "None", "VirtualAppliance", "VirtualNetworkGateway", "VnetLocal"];
}
