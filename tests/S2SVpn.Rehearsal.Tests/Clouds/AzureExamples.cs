namespace S2SVpn.Rehearsal.Tests.Clouds;

/// <summary>Azure resources as tests need them.</summary>
internal static class AzureExamples
{
    public const string Group = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg";
    public const string Network = Group + "/providers/Microsoft.Network/virtualNetworks/net";
    public const string GatewaySubnet = Network + "/subnets/GatewaySubnet";

    private const string Placed = "\"resource_group_name\":\"rg\",\"location\":\"westeurope\"";

    public static void Networks(EngineBench bench)
    {
        bench.Create("azurerm_resource_group", """{"name":"rg","location":"westeurope"}""");
        bench.Create("azurerm_virtual_network", $$"""{"name":"net",{{Placed}},"address_space":["10.1.0.0/16"]}""");
        bench.Create("azurerm_subnet", Subnet("GatewaySubnet", "10.1.255.0/27"));
    }

    /// <summary>Two zonal addresses, one without zones, one Basic.</summary>
    public static void Addresses(EngineBench bench)
    {
        Networks(bench);
        bench.Create("azurerm_public_ip", Address("zonal-0", "Standard", "1", "2", "3"));
        bench.Create("azurerm_public_ip", Address("zonal-1", "Standard", "1", "2", "3"));
        bench.Create("azurerm_public_ip", Address("plain-0", "Standard"));
        bench.Create("azurerm_public_ip", Address("basic-0", "Basic", "1", "2", "3"));
    }

    public static void Gateway(EngineBench bench)
    {
        Addresses(bench);
        bench.Create("azurerm_virtual_network_gateway", Gateway("gw", "zonal-0", "zonal-1"));
        bench.Create("azurerm_local_network_gateway", Peer("peer", "10.2.0.0/16"));
        bench.Create("azurerm_local_network_gateway", Peer("spare", "10.1.128.0/24"));
    }

    public static string Subnet(string name, string prefix) =>
        $$"""{"name":"{{name}}","resource_group_name":"rg","virtual_network_name":"net","address_prefixes":["{{prefix}}"]}""";

    public static string Address(string name, string sku, params string[] zones) =>
        $$"""{"name":"{{name}}",{{Placed}},"sku":"{{sku}}","allocation_method":"Static","zones":[{{string.Join(',', zones.Select(zone => $"\"{zone}\""))}}]}""";

    public static string Peer(string name, string prefix) =>
        $$"""{"name":"{{name}}",{{Placed}},"gateway_address":"198.18.9.9","address_space":["{{prefix}}"]}""";

    public static string Gateway(string name, params string[] addresses) => Gateway(name, "VpnGw2AZ", "Generation1", GatewaySubnet, "169.254.21.2", addresses);

    public static string Gateway(string name, string sku, string generation, string subnet, string apipa, params string[] addresses) => $$"""
        {
          "name":"{{name}}",{{Placed}},"type":"Vpn","sku":"{{sku}}","generation":"{{generation}}","active_active":true,"enable_bgp":true,
          "bgp_settings":[{"asn":65515,"peering_addresses":[
            {"ip_configuration_name":"i0","apipa_addresses":["{{apipa}}","169.254.22.2"]},
            {"ip_configuration_name":"i1","apipa_addresses":["169.254.21.6","169.254.22.6"]}]}],
          "ip_configuration":[{{string.Join(',', addresses.Select((address, index) => $$"""
            {"name":"i{{index}}","subnet_id":"{{subnet}}","public_ip_address_id":"{{Group}}/providers/Microsoft.Network/publicIPAddresses/{{address}}"}
            """))}}]
        }
        """;

    public static string Connection(string primary, string secondary, string peer = "peer") => $$"""
        {
          "name":"con",{{Placed}},"type":"IPsec",
          "virtual_network_gateway_id":"{{Group}}/providers/Microsoft.Network/virtualNetworkGateways/gw",
          "local_network_gateway_id":"{{Group}}/providers/Microsoft.Network/localNetworkGateways/{{peer}}",
          "custom_bgp_addresses":[{"primary":"{{primary}}","secondary":"{{secondary}}"}]
        }
        """;
}
