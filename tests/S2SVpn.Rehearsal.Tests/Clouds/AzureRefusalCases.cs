using S2SVpn.Rehearsal.Clouds.Model;
using static S2SVpn.Rehearsal.Tests.Clouds.AzureExamples;

namespace S2SVpn.Rehearsal.Tests.Clouds;

/// <summary>One example of each refusal of Azure's, by the name of its class.</summary>
internal static class AzureRefusalCases
{
    private const string AzureGateway = "azurerm_virtual_network_gateway";
    private const string AzureConnection = "azurerm_virtual_network_gateway_connection";
    private const string Card = "azurerm_network_interface";
    private const string Good = "169.254.21.2";

    public static IReadOnlyDictionary<string, RefusalCase> All { get; } = new Dictionary<string, RefusalCase>
    {
        ["AlreadyExists"] = new("azurerm_resource_group", Networks, Named("rg"), Named("other"), $"\"{Group}\" already exists"),
        ["ActiveActiveIpConfigurations"] = new(AzureGateway, Addresses, Gateway("gw", "zonal-0"), Gateway("gw", "zonal-0", "zonal-1"), "has 1 IP conf"),
        ["ActivePassiveIpConfigurations"] = new(AzureGateway, Addresses, Gateway("gw", "zonal-0", "zonal-1").Replace("\"active_active\":true", "\"active_active\":false"), Gateway("gw", "zonal-0", "zonal-1"), "is not active-active"),
        ["PolicyBasedSku"] = new(AzureGateway, Addresses, Gateway("gw", "zonal-0", "zonal-1").Replace("\"type\":\"Vpn\"", "\"type\":\"Vpn\",\"vpn_type\":\"PolicyBased\""), Gateway("gw", "zonal-0", "zonal-1"), "takes the SKU Basic only"),
        ["SecurityGroupOnGatewaySubnet"] = new("azurerm_subnet_network_security_group_association", Networks, Filtered("GatewaySubnet"), Filtered("app"), "can not be associated to the GatewaySubnet"),
        ["AzureAllowedValues"] = new("azurerm_network_security_rule", Nothing, Rule("Into", "VirtualNetwork"), Rule("Inbound", "VirtualNetwork"), "expected direction to be one of [Inbound Outbound], got Into"),
        ["SecurityRulePrefixes"] = new("azurerm_network_security_rule", Networks, Rule("Inbound", "10.2.0.0/33"), Rule("Inbound", "Storage.WestEurope"), "10.2.0.0/33"),
        ["SecurityRuleEndpoints"] = new("azurerm_network_security_rule", Networks, Rule("Inbound", "10.2.0.0/16").Replace("\"source_port_range\":\"*\",", ""), Rule("Inbound", "10.2.0.0/16"), "one of `source_port_range` or `source_port_ranges` must be specified"),
        ["SecurityRulePorts"] = new("azurerm_network_security_rule", Networks, Rule("Inbound", "10.2.0.0/16").Replace("\"443\"", "\"443x\""), Rule("Inbound", "10.2.0.0/16"), "443x"),
        ["ConnectionPeer"] = new(AzureConnection, Gateway, Connection(Good, "169.254.21.6").Replace("\"IPsec\"", "\"Vnet2Vnet\""), Connection(Good, "169.254.21.6"), "`peer_virtual_network_gateway_id` must be specified"),
        ["GcmMismatch"] = new(AzureConnection, Gateway, Policy("GCMAES256", "SHA256"), Policy("GCMAES256", "GCMAES256"), "GCMAES256 and IPsec integrity SHA256"),
        ["MismatchedPublicIps"] = new(AzureGateway, Addresses, Gateway("gw", "zonal-0", "plain-0"), Gateway("gw", "zonal-0", "zonal-1"), "differ in SKU or zones"),
        ["PublicIpWithoutZones"] = new(AzureGateway, PlainPair, Gateway("gw", "plain-0", "plain-1"), Gateway("gw", "zonal-0", "zonal-1"), "has no zones"),
        ["LocationWithoutZones"] = new("azurerm_public_ip", Nothing, Located("ukwest"), Located("westeurope"), "does not support availability zones at location 'ukwest'"),
        ["PublicIpWithZones"] = new(AzureGateway, PlainPair, Sku("Basic", "zonal-0", "zonal-1"), Sku("Basic", "plain-0", "plain-1"), "has zones"),
        ["BasicPublicIp"] = new(AzureGateway, Addresses, Gateway("gw", "basic-0", "basic-0"), Gateway("gw", "zonal-0", "zonal-1"), "SKU Basic"),
        ["RetiredSku"] = new(AzureGateway, PlainPair, Sku("VpnGw1", "plain-0", "plain-1"), Sku("VpnGw1AZ", "zonal-0", "zonal-1"), "VpnGw1"),
        ["SkuGeneration"] = new(AzureGateway, Addresses, Generation("Generation2"), Generation("Generation1"), "VpnGw1AZ does not exist in Generation2"),
        ["SecondGateway"] = new(AzureGateway, SecondNetwork, Gateway("second", "zonal-0", "zonal-1"), In($"{Network}2/subnets/GatewaySubnet"), "/virtualNetworkGateways/gw"),
        ["GatewaySubnetName"] = new(AzureGateway, Nothing, In($"{Network}/subnets/gateway"), In($"{Network}/subnets/gatewaysubnet"), "GatewaySubnet"),
        ["ApipaRange"] = new(AzureGateway, Nothing, Apipa("169.254.23.2"), Apipa("169.254.22.255"), "169.254.23.2"),
        ["CustomBgpAddresses"] = new(AzureConnection, Gateway, Connection("169.254.21.10", "169.254.21.6"), Connection(Good, "169.254.21.6"), "not found"),
        ["OverlappingSpaces"] = new(AzureConnection, Gateway, Connection(Good, "169.254.21.6", "spare"), Connection(Good, "169.254.21.6"), "10.1.128.0/24"),
        ["SubnetOutsideNetwork"] = new("azurerm_subnet", Networks, Subnet("app", "10.2.0.0/24"), Subnet("app", "10.1.0.0/24"), "'app' is outside"),
        ["OverlappingSubnets"] = new("azurerm_subnet", Networks, Subnet("app", "10.1.255.0/28"), Subnet("app", "10.1.0.0/24"), "'GatewaySubnet'"),
        ["ResourceGroupInUse"] = RefusalCase.Deleting("azurerm_resource_group", bench =>
        {
            Networks(bench);
            bench.Create("azurerm_resource_group", Named("empty"));
        }, "rg", "empty", "still contains"),
        ["SubnetInUse"] = RefusalCase.Deleting("azurerm_subnet", bench =>
        {
            Gateway(bench);
            bench.Create("azurerm_subnet", Subnet("app", "10.1.0.0/24"));
        }, "GatewaySubnet", "app", "/virtualNetworkGateways/gw"),
        ["PublicIpInUse"] = RefusalCase.Deleting("azurerm_public_ip", Gateway, "zonal-0", "plain-0", "/virtualNetworkGateways/gw"),
        ["GatewayInUse"] = RefusalCase.Deleting("azurerm_local_network_gateway", bench =>
        {
            Gateway(bench);
            bench.Create(AzureConnection, Connection(Good, "169.254.21.6"));
        }, "peer", "spare", "/connections/con"),

        ["PrefixInUse"] = RefusalCase.Updating("azurerm_subnet", InUse, "GatewaySubnet", Subnet("GatewaySubnet", "10.1.254.0/27"), Subnet("GatewaySubnet", "10.1.255.0/27"), "10.1.255.0/27 on Subnet GatewaySubnet"),
        ["SubnetOutsideNewAddressSpace"] = RefusalCase.Updating("azurerm_virtual_network", Networks, "net", Spaces("10.3.0.0/16"), Spaces("10.1.0.0/16", "10.3.0.0/16"), "'GatewaySubnet' is not valid"),
        ["NetworkSecurityGroupInUse"] = RefusalCase.Deleting("azurerm_network_security_group", InUse, "filter", "spare-filter", "/networkInterfaces/card|"),
        ["AzureRouteTableInUse"] = RefusalCase.Deleting("azurerm_route_table", InUse, "table", "spare-table", "/subnets/app"),
        ["NicInUse"] = RefusalCase.Deleting(Card, InUse, "card", "spare-card", "/virtualMachines/machine"),
        ["NicAttachedElsewhere"] = new("azurerm_linux_virtual_machine", InUse, Machine("second", "card"), Machine("second", "spare-card"), "/virtualMachines/machine"),
        ["NatRuleInUse"] = RefusalCase.Deleting("azurerm_virtual_network_gateway_nat_rule", InUse, "used", "unused", "/connections/con"),
        ["RemoteNetworkWithoutGateway"] = new("azurerm_virtual_network_peering", SecondNetwork, Peering("net", "net2", true), Peering("net2", "net", true), "does not have any gateways"),
        ["NoGatewayTransit"] = new("azurerm_virtual_network_peering", bench =>
        {
            SecondNetwork(bench);
            bench.Create("azurerm_virtual_network_peering", Peering("net", "net2", false));
        }, Peering("net2", "net", true), Peering("net2", "net", false), "AllowGatewayTransit"),
        ["PublicIpAttachedElsewhere"] = new(Card, Gateway, AddressedCard("zonal-0"), AddressedCard("plain-0"), "/virtualNetworkGateways/gw"),
        ["PublicIpAttachedTwice"] = new(AzureGateway, Addresses, Gateway("gw", "zonal-0", "zonal-0"), Gateway("gw", "zonal-0", "zonal-1"), "referenced by two IP configurations"),

        ["ScopeLocked"] = RefusalCase.Deleting("azurerm_monitor_diagnostic_setting", bench =>
        {
            Gateway(bench);
            bench.Create("azurerm_virtual_network", """{"name":"free","resource_group_name":"rg","location":"westeurope","address_space":["10.9.0.0/16"]}""");
            bench.Create("azurerm_monitor_diagnostic_setting", Logs("virtualNetworkGateways/gw"));
            bench.Create("azurerm_monitor_diagnostic_setting", Logs("virtualNetworks/free"));
            bench.Create("azurerm_management_lock", Lock(Id("virtualNetworkGateways/gw")));
        }, $"{Id("virtualNetworkGateways/gw")}|logs", $"{Id("virtualNetworks/free")}|logs", "/virtualNetworkGateways/gw/providers/Microsoft.Insights/diagnosticSettings/logs' cannot"),

        ["GatewayUpdateInProgress"] = new("azurerm_subnet", bench =>
        {
            Networks(bench);
            bench.Create("azurerm_virtual_network", """{"name":"free","resource_group_name":"rg","location":"westeurope","address_space":["10.1.0.0/16"]}""");
            bench.Begin(Operation.Create, AzureGateway, Gateway("gw", "zonal-0", "zonal-1"));
        }, Subnet("app", "10.1.0.0/24"), Subnet("app", "10.1.0.0/24").Replace("\"net\"", "\"free\""), "/virtualNetworks/net has the gateway 'gw'"),
        ["NicWithoutSubnet"] = new(Card, Networks, AzureCard("new", "10.1.255.10").Replace($"\"subnet_id\":\"{GatewaySubnet}\",", "", StringComparison.Ordinal), AzureCard("new", "10.1.255.10"), "a Subnet ID must be specified"),
        ["NicAddressOutsideSubnet"] = new(Card, Networks, AzureCard("new", "10.1.0.10"), AzureCard("new", "10.1.255.10"), "10.1.0.10 does not belong"),
        ["NicAddressReserved"] = new(Card, Networks, AzureCard("new", "10.1.255.31"), AzureCard("new", "10.1.255.30"), "10.1.255.31 falls within the reserved"),
        ["NicAddressInUse"] = new(Card, bench =>
        {
            Networks(bench);
            bench.Create(Card, AzureCard("first", "10.1.255.10"));
        }, AzureCard("second", "10.1.255.10"), AzureCard("second", "10.1.255.11"), "10.1.255.10 is already allocated to resource " + Group),
    };

    private static string Filtered(string subnet) => $$"""{"subnet_id":"{{Network}}/subnets/{{subnet}}","network_security_group_id":"{{Id("networkSecurityGroups/nsg")}}"}""";

    private static string Rule(string direction, string source) => $$"""
        {"name":"one","resource_group_name":"rg","network_security_group_name":"nsg","priority":100,"direction":"{{direction}}","access":"Allow","protocol":"Tcp",
         "source_port_range":"*","destination_port_range":"443","source_address_prefix":"{{source}}","destination_address_prefix":"*"}
        """;

    private static string Policy(string encryption, string integrity) => Connection(Good, "169.254.21.6").TrimEnd().TrimEnd('}')
        + $$""","ipsec_policy":[{"dh_group":"ECP384","ike_encryption":"AES256","ike_integrity":"SHA384","ipsec_encryption":"{{encryption}}","ipsec_integrity":"{{integrity}}","pfs_group":"ECP384"}]}""";

    internal static string Lock(string scope) => $$"""{"name":"keep","lock_level":"CanNotDelete","scope":"{{scope}}"}""";

    internal static string Id(string path) => $"{Group}/providers/Microsoft.Network/{path}";

    internal static string NatRule(string name) => $$"""
        {
          "name":"{{name}}","resource_group_name":"rg","virtual_network_gateway_id":"{{Id("virtualNetworkGateways/gw")}}",
          "external_mapping":[{"address_space":"100.64.0.0/24"}],"internal_mapping":[{"address_space":"10.1.0.0/24"}]
        }
        """;

    private static string Logs(string resource) =>
        $$"""{"name":"logs","target_resource_id":"{{Id(resource)}}","log_analytics_workspace_id":"{{Group}}/providers/Microsoft.OperationalInsights/workspaces/logs"}""";

    private static string Located(string location) => Address("located", "Standard", "1", "2", "3").Replace("westeurope", location);

    private static void Nothing(EngineBench bench) => Assert.Empty(bench.Store.Objects);

    private static void PlainPair(EngineBench bench)
    {
        Addresses(bench);
        bench.Create("azurerm_public_ip", Address("plain-1", "Standard"));
    }

    private static void InUse(EngineBench bench)
    {
        Gateway(bench);
        bench.Create("azurerm_subnet", Subnet("app", "10.1.0.0/24"));
        foreach (var prefix in new[] { "", "spare-" })
        {
            bench.Create("azurerm_network_security_group", Placed($"{prefix}filter"));
            bench.Create("azurerm_route_table", Placed($"{prefix}table"));
            bench.Create(Card, AzureCard($"{prefix}card", prefix.Length == 0 ? "10.1.255.10" : "10.1.255.11"));
        }

        bench.Create("azurerm_linux_virtual_machine", Machine("machine", "card"));
        bench.Create("azurerm_network_interface_security_group_association", $$"""{"network_interface_id":"{{Id("networkInterfaces/card")}}","network_security_group_id":"{{Id("networkSecurityGroups/filter")}}"}""");
        bench.Create("azurerm_subnet_route_table_association", $$"""{"subnet_id":"{{Network}}/subnets/app","route_table_id":"{{Id("routeTables/table")}}"}""");
        bench.Create("azurerm_virtual_network_gateway_nat_rule", NatRule("used"));
        bench.Create("azurerm_virtual_network_gateway_nat_rule", NatRule("unused"));
        bench.Create(AzureConnection, Connection(Good, "169.254.21.6").Replace("\"type\"", $"\"egress_nat_rule_ids\":[\"{Id("virtualNetworkGateways/gw/natRules/used")}\"],\"type\"", StringComparison.Ordinal));
    }

    private static void SecondNetwork(EngineBench bench)
    {
        Gateway(bench);
        bench.Create("azurerm_public_ip", Address("zonal-2", "Standard", "1", "2", "3"));
        bench.Create("azurerm_public_ip", Address("zonal-3", "Standard", "1", "2", "3"));
        bench.Create("azurerm_virtual_network", """{"name":"net2","resource_group_name":"rg","location":"westeurope","address_space":["10.9.0.0/16"]}""");
    }

    private static string Named(string name) => $$"""{"name":"{{name}}","location":"westeurope"}""";

    private static string Sku(string sku, params string[] addresses) => Gateway("gw", sku, "Generation1", GatewaySubnet, Good, addresses);

    private static string Generation(string generation) => Gateway("gw", "VpnGw1AZ", generation, GatewaySubnet, Good, "zonal-0", "zonal-1");

    private static string In(string subnet) => Gateway("second", "VpnGw2AZ", "Generation1", subnet, Good, "zonal-2", "zonal-3");

    private static string Apipa(string address) => Gateway("gw", "VpnGw2AZ", "Generation1", GatewaySubnet, address, "zonal-0", "zonal-1");

    private static string Placed(string name) => $$"""{"name":"{{name}}","resource_group_name":"rg","location":"westeurope"}""";

    private static string Spaces(params string[] spaces) =>
        $$"""{"name":"net","resource_group_name":"rg","location":"westeurope","address_space":[{{string.Join(',', spaces.Select(space => $"\"{space}\""))}}]}""";

    private static string Peering(string from, string to, bool usesRemote) => $$"""
        {
          "name":"{{from}}-{{to}}","resource_group_name":"rg","virtual_network_name":"{{from}}",
          "remote_virtual_network_id":"{{Id($"virtualNetworks/{to}")}}","use_remote_gateways":{{(usesRemote ? "true" : "false")}}
        }
        """;

    private static string Machine(string name, string card) =>
        $$"""{"name":"{{name}}","resource_group_name":"rg","location":"westeurope","size":"Standard_B1s","admin_username":"me","network_interface_ids":["{{Id($"networkInterfaces/{card}")}}"]}""";

    private static string AddressedCard(string address) => $$"""
        {
          "name":"outside","resource_group_name":"rg","location":"westeurope",
          "ip_configuration":[{"name":"ip","subnet_id":"{{GatewaySubnet}}","private_ip_address_allocation":"Dynamic","public_ip_address_id":"{{Id($"publicIPAddresses/{address}")}}"}]
        }
        """;

    private static string AzureCard(string name, string address) => $$"""
        {
          "name":"{{name}}","resource_group_name":"rg","location":"westeurope",
          "ip_configuration":[{"name":"ip","subnet_id":"{{GatewaySubnet}}","private_ip_address_allocation":"Static","private_ip_address":"{{address}}"}]
        }
        """;
}
