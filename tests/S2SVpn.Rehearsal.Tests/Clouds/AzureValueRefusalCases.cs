using static S2SVpn.Rehearsal.Tests.Clouds.AzureExamples;

namespace S2SVpn.Rehearsal.Tests.Clouds;

/// <summary>One example of each refusal of Azure's that is about rules, regions or the gateway's subnet and addresses.</summary>
internal static class AzureValueRefusalCases
{
    private const string Rule = "azurerm_network_security_rule";
    private const string Association = "azurerm_subnet_route_table_association";
    private const string VpnGateway = "azurerm_virtual_network_gateway";
    private const string VpnConnection = "azurerm_virtual_network_gateway_connection";

    public static IReadOnlyDictionary<string, RefusalCase> All { get; } = new Dictionary<string, RefusalCase>
    {
        ["AzureNumberRanges"] = new(Rule, Nothing, RuleOf("one", 4097), RuleOf("one", 4096), "expected priority to be in the range (100 - 4096), got 4097"),
        ["SecurityRuleConflict"] = new(Rule, bench => bench.Create(Rule, RuleOf("first", 100)), RuleOf("one", 100), RuleOf("one", 101), "one conflicts with rule first"),
        ["NetworkResourceName"] = new(Rule, Nothing, RuleOf("-one", 100), RuleOf("one_", 100), "Resource name -one is invalid"),
        ["SecurityRuleAlternatives"] = new(Rule, Nothing, RuleOf("one", 100, ",\"source_address_prefixes\":[\"10.1.0.0/16\"]"), RuleOf("one", 100, ",\"source_address_prefixes\":null"), "\"source_address_prefix\": conflicts with source_address_prefixes"),
        ["SecurityRuleOverlap"] = new(Rule, Nothing, Many("10.1.0.0/16", "10.1.1.0/24"), Many("10.1.0.0/16", "10.2.0.0/16"), "10.1.1.0/24 is in another one of source_address_prefixes"),
        ["LocalAzureIpAddress"] = new(VpnConnection, Gateway, Local("true"), Local("false"), "private IP addresses are not enabled on the gateway gw"),
        ["StandardPublicIpDynamic"] = new("azurerm_public_ip", Nothing, Address("one", "Standard").Replace("Static", "Dynamic"), Address("one", "Standard"), "static IP allocation"),
        ["GatewayPublicIpKind"] = new(VpnGateway, bench =>
        {
            Addresses(bench);
            bench.Create("azurerm_public_ip", Address("global", "Standard", "1", "2", "3").Replace("\"sku\"", "\"sku_tier\":\"Global\",\"sku\""));
        }, Gateway("gw", "zonal-0", "global"), Gateway("gw", "zonal-0", "zonal-1"), "global can't be used by the gateway: it is of the tier Global"),
        ["GatewaySubnetSize"] = new(VpnGateway, bench =>
        {
            Addresses(bench);
            bench.Create("azurerm_virtual_network", """{"name":"small","resource_group_name":"rg","location":"westeurope","address_space":["10.9.0.0/16"]}""");
            bench.Create("azurerm_subnet", Subnet("GatewaySubnet", "10.9.0.0/28").Replace("\"net\"", "\"small\""));
        }, Gateway("gw", "zonal-0", "zonal-1").Replace("/net/", "/small/"), Gateway("gw", "zonal-0", "zonal-1"), "(10.9.0.0/28) is too small"),
        ["GatewaySubnetDelegation"] = new("azurerm_subnet", Nothing, Delegated("GatewaySubnet"), Delegated("app"), "can't be delegated"),
        ["InvalidCidrNotation"] = new("azurerm_subnet", Nothing, Subnet("app", "10.1.0.5/24"), Subnet("app", "10.1.0.0/24"), "10.1.0.5/24 in resource"),
        ["DefaultSiteNotFound"] = new(VpnGateway, bench =>
        {
            Addresses(bench);
            bench.Create("azurerm_local_network_gateway", Peer("peer", "10.2.0.0/16"));
        }, Site("nobody"), Site("peer"), "/localNetworkGateways/nobody referenced by"),
        ["OtherRegion"] = new(VpnGateway, Addresses, Gateway("gw", "zonal-0", "zonal-1").Replace("westeurope", "northeurope"), Gateway("gw", "zonal-0", "zonal-1").Replace("westeurope", "West Europe"), "both resources are in the same region"),
        ["GatewaySubnetRoutes"] = new(Association, bench =>
        {
            Networks(bench);
            bench.Create("azurerm_route_table", Table("out", "\"route\":[{\"name\":\"all\",\"address_prefix\":\"0.0.0.0/0\",\"next_hop_type\":\"Internet\"}]"));
            bench.Create("azurerm_route_table", Table("in", "\"bgp_route_propagation_enabled\":true"));
        }, Routed("out"), Routed("in"), "0.0.0.0/0 is not supported"),
    };

    private static void Nothing(EngineBench bench) => Assert.Empty(bench.Store.Objects);

    private static string Many(params string[] prefixes) =>
        RuleOf("one", 100, $",\"source_address_prefixes\":[{string.Join(',', prefixes.Select(prefix => $"\"{prefix}\""))}]").Replace("\"source_address_prefix\":\"*\",", "");

    private static string RuleOf(string name, int priority, string further = "") => $$"""
        {"name":"{{name}}","resource_group_name":"rg","network_security_group_name":"nsg","priority":{{priority}},"direction":"Inbound","access":"Allow","protocol":"Tcp",
         "source_port_range":"*","destination_port_range":"443","source_address_prefix":"*","destination_address_prefix":"*"{{further}}}
        """;

    private static string Local(string enabled) => Connection("169.254.21.2", "169.254.21.6").Replace("\"IPsec\"", $"\"IPsec\",\"local_azure_ip_address_enabled\":{enabled}");

    private static string Delegated(string name) => Subnet(name, "10.1.0.0/24").TrimEnd('}')
        + ""","delegation":[{"name":"one","service_delegation":[{"name":"Microsoft.Sql/managedInstances"}]}]}""";

    private static string Site(string name) => Gateway("gw", "zonal-0", "zonal-1").Replace("\"type\":\"Vpn\"", $"\"type\":\"Vpn\",\"default_local_network_gateway_id\":\"{AzureRefusalCases.Id($"localNetworkGateways/{name}")}\"");

    internal static string Table(string name, string further) => $$"""{"name":"{{name}}","resource_group_name":"rg","location":"westeurope",{{further}}}""";

    internal static string Routed(string table) => $$"""{"subnet_id":"{{GatewaySubnet}}","route_table_id":"{{AzureRefusalCases.Id($"routeTables/{table}")}}"}""";
}
