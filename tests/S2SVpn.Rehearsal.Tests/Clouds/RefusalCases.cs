using S2SVpn.Rehearsal.Clouds.Storage;
using static S2SVpn.Rehearsal.Tests.Clouds.AzureExamples;

namespace S2SVpn.Rehearsal.Tests.Clouds;

/// <summary>One example of each refusal, by the name of its class.</summary>
internal static class RefusalCases
{
    private const string AzureGateway = "azurerm_virtual_network_gateway";
    private const string AzureConnection = "azurerm_virtual_network_gateway_connection";
    private const string Card = "azurerm_network_interface";
    private const string Good = "169.254.21.2";

    public static IReadOnlyDictionary<string, RefusalCase> All { get; } = new Dictionary<string, RefusalCase>
    {
        ["NameTaken"] = new("azurerm_resource_group", Networks, Named("rg"), Named("other"), $"\"{Group}\" already exists"),
        ["ActiveActiveAddresses"] = new(AzureGateway, Addresses, Gateway("gw", "zonal-0"), Gateway("gw", "zonal-0", "zonal-1"), "has 1 IP conf"),
        ["UnlikeAddresses"] = new(AzureGateway, Addresses, Gateway("gw", "zonal-0", "plain-0"), Gateway("gw", "zonal-0", "zonal-1"), "differ in SKU or zones"),
        ["ZonelessAddress"] = new(AzureGateway, PlainPair, Gateway("gw", "plain-0", "plain-1"), Gateway("gw", "zonal-0", "zonal-1"), "has no zones"),
        ["ZonalAddress"] = new(AzureGateway, PlainPair, Sku("Basic", "zonal-0", "zonal-1"), Sku("Basic", "plain-0", "plain-1"), "has zones"),
        ["BasicAddress"] = new(AzureGateway, Addresses, Gateway("gw", "basic-0", "basic-0"), Gateway("gw", "zonal-0", "zonal-1"), "SKU Basic"),
        ["RetiredSku"] = new(AzureGateway, PlainPair, Sku("VpnGw1", "plain-0", "plain-1"), Sku("VpnGw1AZ", "zonal-0", "zonal-1"), "VpnGw1"),
        ["GenerationOfSku"] = new(AzureGateway, Addresses, Generation("Generation2"), Generation("Generation1"), "VpnGw1AZ does not exist in Generation2"),
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

        ["ScopeLocked"] = RefusalCase.Deleting("azurerm_resource_group", bench =>
        {
            bench.Create("azurerm_resource_group", Named("locked"));
            bench.Create("azurerm_resource_group", Named("free"));
            bench.Create("azurerm_management_lock", $$"""{"name":"keep","lock_level":"CanNotDelete","scope":"{{Group[..^2]}}locked"}""");
        }, "locked", "free", "/resourceGroups/locked/providers/Microsoft.Authorization/locks/keep"),

        ["SecondVpnGateway"] = new("aws_vpn_gateway", Aws, """{"vpc_id":"vpc-1"}""", """{"vpc_id":"vpc-2"}""", "vpc-1 is attached to vgw-1"),
        ["SameAsn"] = new("aws_vpn_connection", Aws, AwsConnection("cgw-same", "169.254.21.8/30"), AwsConnection("cgw-1", "169.254.21.8/30"), "64512"),
        ["PresharedKey"] = new("aws_vpn_connection", Nothing, Key("0abcdefgh"), Key("abcdefg."), "tunnel1_preshared_key"),
        ["InsideRange"] = new("aws_vpn_connection", Nothing, Inside("169.254.169.252/30"), Inside("169.254.169.248/30"), "169.254.169.252/30"),
        ["InsideTaken"] = new("aws_vpn_connection", Aws, AwsConnection("cgw-1", "169.254.21.0/30"), AwsConnection("cgw-1", "169.254.21.8/30"), "169.254.21.0/30"),
        ["SubnetRange"] = new("aws_subnet", Aws, AwsSubnet("10.3.0.0/24"), AwsSubnet("10.2.1.0/24"), "10.2.0.0/16"),
        ["SubnetConflict"] = new("aws_subnet", Aws, AwsSubnet("10.2.0.128/25"), AwsSubnet("10.2.1.0/24"), "subnet-1"),
        ["InUse"] = RefusalCase.Deleting("aws_customer_gateway", Aws, "cgw-1", "cgw-same", "vpn-1"),
        ["MachineAddress"] = new("aws_instance", Aws, AwsInstance("10.2.0.3"), AwsInstance("10.2.0.4"), "10.2.0.3 is in the subnet's reserved"),
        ["MachineAddressTaken"] = new("aws_instance", Aws, AwsInstance("10.2.0.10"), AwsInstance("10.2.0.11"), "10.2.0.10 is in use"),
        ["NoInternetGateway"] = new("aws_eip", Aws, """{"domain":"vpc","instance":"i-2"}""", """{"domain":"vpc","instance":"i-1"}""", "vpc-2 is not attached"),
        ["SecondConnectEndpoint"] = new("aws_ec2_instance_connect_endpoint", bench =>
        {
            Aws(bench);
            bench.Create("aws_ec2_instance_connect_endpoint", """{"subnet_id":"subnet-1"}""");
        }, """{"subnet_id":"subnet-1"}""", """{"subnet_id":"subnet-2"}""", "vpc-1 has the EC2 Instance Connect endpoint eice-"),
        ["MappedAddresses"] = RefusalCase.Deleting("aws_internet_gateway", bench =>
        {
            Aws(bench);
            bench.Create("aws_eip", """{"domain":"vpc","instance":"i-1"}""");
            bench.Store.Put(new CloudObject("aws_internet_gateway", "igw-3", EngineBench.Values("""{"vpc_id":"vpc-3"}""")));
        }, "igw-1", "igw-3", "vpc-1 has some mapped"),
        ["CardAddressOutside"] = new(Card, Networks, AzureCard("new", "10.1.0.10"), AzureCard("new", "10.1.255.10"), "10.1.0.10 does not belong"),
        ["CardAddressReserved"] = new(Card, Networks, AzureCard("new", "10.1.255.31"), AzureCard("new", "10.1.255.30"), "10.1.255.31 falls within the reserved"),
        ["CardAddressTaken"] = new(Card, bench =>
        {
            Networks(bench);
            bench.Create(Card, AzureCard("first", "10.1.255.10"));
        }, AzureCard("second", "10.1.255.10"), AzureCard("second", "10.1.255.11"), "10.1.255.10 is already allocated to resource " + Group),
    };

    private static void Nothing(EngineBench bench) => Assert.Empty(bench.Store.Objects);

    private static void PlainPair(EngineBench bench)
    {
        Addresses(bench);
        bench.Create("azurerm_public_ip", Address("plain-1", "Standard"));
    }

    private static void SecondNetwork(EngineBench bench)
    {
        Gateway(bench);
        bench.Create("azurerm_virtual_network", """{"name":"net2","resource_group_name":"rg","location":"westeurope","address_space":["10.9.0.0/16"]}""");
    }

    private static string Named(string name) => $$"""{"name":"{{name}}","location":"westeurope"}""";

    private static string Sku(string sku, params string[] addresses) => Gateway("gw", sku, "Generation1", GatewaySubnet, Good, addresses);

    private static string Generation(string generation) => Gateway("gw", "VpnGw1AZ", generation, GatewaySubnet, Good, "zonal-0", "zonal-1");

    private static string In(string subnet) => Gateway("second", "VpnGw2AZ", "Generation1", subnet, Good, "zonal-0", "zonal-1");

    private static string Apipa(string address) => Gateway("gw", "VpnGw2AZ", "Generation1", GatewaySubnet, address, "zonal-0", "zonal-1");

    // With ids that the examples can name.
    private static void Aws(EngineBench bench)
    {
        void Put(string type, string id, string json) => bench.Store.Put(new CloudObject(type, id, EngineBench.Values(json)));

        Put("aws_vpc", "vpc-1", """{"cidr_block":"10.2.0.0/16"}""");
        Put("aws_subnet", "subnet-1", """{"vpc_id":"vpc-1","cidr_block":"10.2.0.0/24"}""");
        Put("aws_vpn_gateway", "vgw-1", """{"vpc_id":"vpc-1","amazon_side_asn":"64512"}""");
        Put("aws_customer_gateway", "cgw-1", """{"bgp_asn":"65515","ip_address":"198.18.1.1","type":"ipsec.1"}""");
        Put("aws_customer_gateway", "cgw-same", """{"bgp_asn":"64512","ip_address":"198.18.1.2","type":"ipsec.1"}""");
        Put("aws_vpn_connection", "vpn-1", AwsConnection("cgw-1", "169.254.21.0/30"));
        Put("aws_internet_gateway", "igw-1", """{"vpc_id":"vpc-1"}""");
        Put("aws_instance", "i-1", AwsInstance("10.2.0.10"));
        Put("aws_vpc", "vpc-2", """{"cidr_block":"10.9.0.0/16"}""");
        Put("aws_subnet", "subnet-2", """{"vpc_id":"vpc-2","cidr_block":"10.9.0.0/24"}""");
        Put("aws_instance", "i-2", """{"subnet_id":"subnet-2"}""");
    }

    private static string AwsConnection(string customer, string inside) =>
        $$"""{"type":"ipsec.1","customer_gateway_id":"{{customer}}","vpn_gateway_id":"vgw-1","tunnel1_inside_cidr":"{{inside}}"}""";

    private static string AwsInstance(string address) => $$"""{"subnet_id":"subnet-1","private_ip":"{{address}}"}""";

    private static string AzureCard(string name, string address) => $$"""
        {
          "name":"{{name}}","resource_group_name":"rg","location":"westeurope",
          "ip_configuration":[{"name":"ip","subnet_id":"{{GatewaySubnet}}","private_ip_address_allocation":"Static","private_ip_address":"{{address}}"}]
        }
        """;

    private static string AwsSubnet(string cidr) => $$"""{"vpc_id":"vpc-1","cidr_block":"{{cidr}}"}""";

    private static string Key(string key) => $$"""{"type":"ipsec.1","customer_gateway_id":"cgw-1","tunnel1_preshared_key":"{{key}}"}""";

    private static string Inside(string cidr) => $$"""{"type":"ipsec.1","customer_gateway_id":"cgw-1","tunnel1_inside_cidr":"{{cidr}}"}""";
}
