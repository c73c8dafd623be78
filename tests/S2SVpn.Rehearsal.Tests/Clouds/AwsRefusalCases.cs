using S2SVpn.Rehearsal.Clouds.Storage;

namespace S2SVpn.Rehearsal.Tests.Clouds;

/// <summary>One example of each refusal of AWS's, by the name of its class.</summary>
internal static class AwsRefusalCases
{
    public static IReadOnlyDictionary<string, RefusalCase> All { get; } = new Dictionary<string, RefusalCase>
    {
        ["SecondVpnGateway"] = new("aws_vpn_gateway", Aws, """{"vpc_id":"vpc-1"}""", """{"vpc_id":"vpc-2"}""", "vpc-1 is attached to vgw-1"),
        ["SameAsn"] = new("aws_vpn_connection", Aws, AwsConnection("cgw-same", "169.254.21.8/30"), AwsConnection("cgw-1", "169.254.21.8/30"), "64512"),
        ["PresharedKey"] = new("aws_vpn_connection", Nothing, Key("0abcdefgh"), Key("abcdefg."), "tunnel1_preshared_key"),
        ["InsideRange"] = new("aws_vpn_connection", Nothing, Inside("169.254.169.252/30"), Inside("169.254.169.248/30"), "169.254.169.252/30"),
        ["InsideTaken"] = new("aws_vpn_connection", Aws, AwsConnection("cgw-1", "169.254.21.0/30"), AwsConnection("cgw-1", "169.254.21.8/30"), "169.254.21.0/30"),
        ["SubnetRange"] = new("aws_subnet", Aws, AwsSubnet("10.3.0.0/24"), AwsSubnet("10.2.1.0/24"), "10.2.0.0/16"),
        ["SubnetConflict"] = new("aws_subnet", Aws, AwsSubnet("10.2.0.128/25"), AwsSubnet("10.2.1.0/24"), "subnet-1"),
        ["InUse"] = RefusalCase.Deleting("aws_subnet", Aws, "subnet-2", "subnet-4", "i-2"),
        ["CustomerGatewayInUse"] = RefusalCase.Deleting("aws_customer_gateway", Aws, "cgw-1", "cgw-same", "vpn-1"),
        ["VpnGatewayInUse"] = RefusalCase.Deleting("aws_vpn_gateway", Aws, "vgw-1", "vgw-2", "vpn-1"),
        ["TransitGatewayInUse"] = RefusalCase.Deleting("aws_ec2_transit_gateway", Aws, "tgw-1", "tgw-2", "VPC Attachments: tgw-attach-1"),
        ["SecurityGroupInUse"] = RefusalCase.Deleting("aws_security_group", Aws, "sg-1", "sg-2", "i-2"),
        ["MachineAddress"] = new("aws_instance", Aws, AwsInstance("10.2.0.3"), AwsInstance("10.2.0.4"), "10.2.0.3 is in the subnet's reserved"),
        ["MachineAddressTaken"] = new("aws_instance", Aws, AwsInstance("10.2.0.10"), AwsInstance("10.2.0.11"), "10.2.0.10 is in use"),
        ["NoInternetGateway"] = new("aws_eip", Aws, """{"domain":"vpc","instance":"i-2"}""", """{"domain":"vpc","instance":"i-1"}""", "vpc-2 is not attached"),
        ["MappedAddresses"] = RefusalCase.Deleting("aws_internet_gateway", bench =>
        {
            Aws(bench);
            bench.Create("aws_eip", """{"domain":"vpc","instance":"i-1"}""");
            bench.Store.Put(new CloudObject("aws_internet_gateway", "igw-3", EngineBench.Values("""{"vpc_id":"vpc-3"}""")));
        }, "igw-1", "igw-3", "vpc-1 has some mapped"),
    };

    private static void Nothing(EngineBench bench) => Assert.Empty(bench.Store.Objects);

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
        Put("aws_instance", "i-2", """{"subnet_id":"subnet-2","vpc_security_group_ids":["sg-1"]}""");
        Put("aws_vpc", "vpc-4", """{"cidr_block":"10.4.0.0/16"}""");
        Put("aws_subnet", "subnet-4", """{"vpc_id":"vpc-4","cidr_block":"10.4.0.0/24"}""");
        Put("aws_vpn_gateway", "vgw-2", """{"amazon_side_asn":"64513"}""");
        Put("aws_ec2_transit_gateway", "tgw-1", """{"amazon_side_asn":64512}""");
        Put("aws_ec2_transit_gateway", "tgw-2", """{"amazon_side_asn":64512}""");
        Put("aws_ec2_transit_gateway_vpc_attachment", "tgw-attach-1", """{"transit_gateway_id":"tgw-1","vpc_id":"vpc-1","subnet_ids":["subnet-1"]}""");
        Put("aws_security_group", "sg-1", """{"name":"one","vpc_id":"vpc-2"}""");
        Put("aws_security_group", "sg-2", """{"name":"two","vpc_id":"vpc-2"}""");
        Put("aws_vpc_security_group_egress_rule", "sgr-2", """{"security_group_id":"sg-2"}""");
    }

    private static string AwsConnection(string customer, string inside) =>
        $$"""{"type":"ipsec.1","customer_gateway_id":"{{customer}}","vpn_gateway_id":"vgw-1","tunnel1_inside_cidr":"{{inside}}"}""";

    private static string AwsInstance(string address) => $$"""{"subnet_id":"subnet-1","private_ip":"{{address}}"}""";

    private static string AwsSubnet(string cidr) => $$"""{"vpc_id":"vpc-1","cidr_block":"{{cidr}}"}""";

    private static string Key(string key) => $$"""{"type":"ipsec.1","customer_gateway_id":"cgw-1","tunnel1_preshared_key":"{{key}}"}""";

    private static string Inside(string cidr) => $$"""{"type":"ipsec.1","customer_gateway_id":"cgw-1","tunnel1_inside_cidr":"{{cidr}}"}""";
}
