using S2SVpn.Rehearsal.Clouds.Storage;

namespace S2SVpn.Rehearsal.Tests.Clouds;

/// <summary>One example of each refusal of AWS's, by the name of its class.</summary>
internal static class AwsRefusalCases
{
    public static IReadOnlyDictionary<string, RefusalCase> All { get; } = new Dictionary<string, RefusalCase>
    {
        ["SecondVpnGateway"] = new("aws_vpn_gateway", Aws, """{"vpc_id":"vpc-1"}""", """{"vpc_id":"vpc-2"}""", "vpc-1 is attached to vgw-1"),
        ["SameAsn"] = new("aws_vpn_connection", Aws, AwsConnection("cgw-same", "169.254.21.8/30"), AwsConnection("cgw-1", "169.254.21.8/30"), "64512"),
        ["AwsAllowedValues"] = new("aws_vpn_connection", Nothing, Key("abcdefg.").Replace("ipsec.1", "ipsec.2"), Key("abcdefg."), "expected type to be one of [ipsec.1], got ipsec.2"),
        ["PresharedKey"] = new("aws_vpn_connection", Nothing, Key("0abcdefgh"), Key("abcdefg."), "tunnel1_preshared_key"),
        ["InsideCidrRange"] = new("aws_vpn_connection", Nothing, Inside("169.254.169.252/30"), Inside("169.254.169.248/30"), "169.254.169.252/30"),
        ["InsideCidrInUse"] = new("aws_vpn_connection", Aws, AwsConnection("cgw-1", "169.254.21.0/30"), AwsConnection("cgw-1", "169.254.21.8/30"), "169.254.21.0/30"),
        ["SubnetRange"] = new("aws_subnet", Aws, AwsSubnet("10.3.0.0/24"), AwsSubnet("10.2.1.0/24"), "10.2.0.0/16"),
        ["SubnetZone"] = new("aws_subnet", Aws, Zoned("eu-west-1a"), Zoned("eu-central-1a"), "(eu-west-1a) for parameter availabilityZone is invalid: it is not a zone of eu-central-1"),
        ["SubnetConflict"] = new("aws_subnet", Aws, AwsSubnet("10.2.0.128/25"), AwsSubnet("10.2.1.0/24"), "subnet-1"),
        ["InUse"] = RefusalCase.Deleting("aws_subnet", Aws, "subnet-2", "subnet-4", "i-2"),
        ["CustomerGatewayInUse"] = RefusalCase.Deleting("aws_customer_gateway", Aws, "cgw-1", "cgw-same", "vpn-1"),
        ["VpnGatewayInUse"] = RefusalCase.Deleting("aws_vpn_gateway", Aws, "vgw-1", "vgw-3", "vpn-1"),
        ["TransitGatewayInUse"] = RefusalCase.Deleting("aws_ec2_transit_gateway", Aws, "tgw-1", "tgw-2", "VPC Attachments: tgw-attach-1"),
        ["SecurityGroupInUse"] = RefusalCase.Deleting("aws_security_group", Aws, "sg-1", "sg-2", "i-2"),
        ["CidrBlockInUse"] = RefusalCase.Deleting("aws_vpc_ipv4_cidr_block_association", Aws, "vpc-cidr-assoc-1", "vpc-cidr-assoc-2", "a subnet within CIDR block 10.12.0.0/16"),
        ["TransitGatewayAsn"] = RefusalCase.Updating("aws_ec2_transit_gateway", Aws, "tgw-3", """{"amazon_side_asn":64600}""", """{"amazon_side_asn":64512,"description":"other"}""", "vpn-2"),
        ["RoutesOfMovedConnection"] = RefusalCase.Updating("aws_vpn_connection", Aws, "vpn-3", Moved("tgw-3"), Moved("vgw-2"), "10.1.0.0/16 of vpn-3"),
        ["AcceleratedConnection"] = new("aws_vpn_connection", Nothing, Ending("vpn", "\"enable_acceleration\":true"), Ending("transit", "\"enable_acceleration\":true"), "accelerated connection can't end at gw-1"),
        ["LargeTunnelBandwidth"] = new("aws_vpn_connection", Nothing, Ending("vpn", "\"tunnel_bandwidth\":\"large\""), Ending("transit", "\"tunnel_bandwidth\":\"large\""), "Large tunnels"),
        ["RouteOfDynamicConnection"] = new("aws_vpn_connection_route", Aws, ConnectionRoute("vpn-1"), ConnectionRoute("vpn-3"), "vpn-1 does not support static routes"),
        ["PropagationWithoutAttachment"] = new("aws_vpn_gateway_route_propagation", Aws, Propagation("vgw-2"), Propagation("vgw-1"), "vgw-2 is not attached to vpc-1"),
        ["AttachedElsewhere"] = new("aws_vpn_gateway_attachment", Aws, Attached("vgw-1", "vpc-2"), Attached("vgw-2", "vpc-2"), "vgw-1 is attached to vpc-1"),
        ["RouteWithoutAttachment"] = new("aws_route", Aws, TransitRoute("tgw-2", "10.1.0.0/16"), TransitRoute("tgw-1", "10.1.0.0/16"), "vpc-1 is not attached"),
        ["DuplicateRoute"] = new("aws_route", Aws, TransitRoute("tgw-1", "10.8.0.0/16"), TransitRoute("tgw-1", "10.1.0.0/16"), "10.8.0.0/16 already exists"),
        ["SubnetAlreadyAssociated"] = new("aws_route_table_association", Aws, Association("subnet-1"), Association("subnet-2"), "rtbassoc-1"),
        ["AttachmentAlreadyAssociated"] = new("aws_ec2_transit_gateway_route_table_association", Aws, TransitAssociation("tgw-attach-1"), TransitAssociation("tgw-attach-2"), "tgw-attach-1 is already"),
        ["SecondAttachment"] = new("aws_ec2_transit_gateway_vpc_attachment", Aws, VpcAttachment("vpc-1", "subnet-1"), VpcAttachment("vpc-2", "subnet-2"), "same VPC ID: tgw-attach-1"),
        ["SecurityGroupName"] = new("aws_security_group", Aws, Group("one", "vpc-2"), Group("one", "vpc-1"), "'one' already exists"),
        ["KeyPairName"] = new("aws_key_pair", Aws, Pair("mine"), Pair("other"), "'mine' already exists"),
        ["LogGroupName"] = new("aws_cloudwatch_log_group", Aws, """{"name":"logs"}""", """{"name":"others"}""", "already exists: logs"),
        ["SecretName"] = new("aws_secretsmanager_secret", Aws, """{"name":"secret"}""", """{"name":"other"}""", "secret already exists"),
        ["VpcNotFound"] = Elsewhere("aws_vpc", "aws_route_table", """{"vpc_id":"ID"}"""),
        ["SubnetNotFound"] = Elsewhere("aws_subnet", "aws_route_table_association", """{"route_table_id":"rtb-9","subnet_id":"ID"}"""),
        ["RouteTableNotFound"] = Elsewhere("aws_route_table", "aws_route", """{"route_table_id":"ID","destination_cidr_block":"10.1.0.0/16"}"""),
        ["SecurityGroupNotFound"] = Elsewhere("aws_security_group", "aws_vpc_security_group_egress_rule", """{"security_group_id":"ID","ip_protocol":"-1"}"""),
        ["InternetGatewayNotFound"] = Elsewhere("aws_internet_gateway", "aws_route", """{"route_table_id":"rtb-9","destination_cidr_block":"0.0.0.0/0","gateway_id":"ID"}"""),
        ["VpnGatewayNotFound"] = Elsewhere("aws_vpn_gateway", "aws_vpn_connection", """{"type":"ipsec.1","customer_gateway_id":"cgw-9","vpn_gateway_id":"ID"}"""),
        ["CustomerGatewayNotFound"] = Elsewhere("aws_customer_gateway", "aws_vpn_connection", """{"type":"ipsec.1","customer_gateway_id":"ID"}"""),
        ["TransitGatewayNotFound"] = Elsewhere("aws_ec2_transit_gateway", "aws_vpn_connection", """{"type":"ipsec.1","customer_gateway_id":"cgw-9","transit_gateway_id":"ID"}"""),
        ["VpnConnectionNotFound"] = Elsewhere("aws_vpn_connection", "aws_ec2_tag", """{"resource_id":"ID","key":"Name","value":"x"}"""),
        ["InstanceNotFound"] = Elsewhere("aws_instance", "aws_eip", """{"domain":"vpc","instance":"ID"}"""),
        ["KeyPairNotFound"] = Elsewhere("aws_key_pair", "aws_instance", """{"key_name":"ID"}"""),
        ["InstanceAddress"] = new("aws_instance", Aws, AwsInstance("10.2.0.3"), AwsInstance("10.2.0.4"), "10.2.0.3 is in the subnet's reserved"),
        ["InstanceAddressInUse"] = new("aws_instance", Aws, AwsInstance("10.2.0.10"), AwsInstance("10.2.0.11"), "10.2.0.10 is in use"),
        ["NoInternetGateway"] = new("aws_eip", Aws, """{"domain":"vpc","instance":"i-2"}""", """{"domain":"vpc","instance":"i-1"}""", "vpc-2 is not attached"),
        ["SecondConnectEndpoint"] = new("aws_ec2_instance_connect_endpoint", bench =>
        {
            Aws(bench);
            bench.Create("aws_ec2_instance_connect_endpoint", """{"subnet_id":"subnet-1"}""");
        }, """{"subnet_id":"subnet-1"}""", """{"subnet_id":"subnet-2"}""", "vpc-1 has the EC2 Instance Connect endpoint eice-"),
        ["InternetGatewayInUse"] = RefusalCase.Deleting("aws_internet_gateway", bench =>
        {
            Aws(bench);
            bench.Create("aws_eip", """{"domain":"vpc","instance":"i-1"}""");
            bench.Store.Put(new CloudObject("aws_internet_gateway", "igw-3", EngineBench.Values("""{"vpc_id":"vpc-3"}""")));
        }, "igw-1", "igw-3", "vpc-1 has some mapped"),
    };

    private static string VpcAttachment(string vpc, string subnet) => $$"""{"transit_gateway_id":"tgw-1","vpc_id":"{{vpc}}","subnet_ids":["{{subnet}}"]}""";

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
        Put("aws_vpn_gateway", "vgw-3", """{"amazon_side_asn":"64514"}""");
        Put("aws_ec2_transit_gateway", "tgw-1", """{"amazon_side_asn":64512}""");
        Put("aws_ec2_transit_gateway", "tgw-2", """{"amazon_side_asn":64512}""");
        Put("aws_ec2_transit_gateway_vpc_attachment", "tgw-attach-1", """{"transit_gateway_id":"tgw-1","vpc_id":"vpc-1","subnet_ids":["subnet-1"]}""");
        Put("aws_ec2_transit_gateway", "tgw-3", """{"id":"tgw-3","amazon_side_asn":64512}""");
        Put("aws_vpn_connection", "vpn-2", """{"transit_gateway_id":"tgw-3"}""");
        Put("aws_vpn_connection", "vpn-3", """{"id":"vpn-3","type":"ipsec.1","customer_gateway_id":"cgw-1","vpn_gateway_id":"vgw-2","static_routes_only":true,"tunnel1_address":"198.18.2.1","tunnel2_address":"198.18.2.2"}""");
        Put("aws_vpn_connection_route", "10.1.0.0/16:vpn-3", """{"vpn_connection_id":"vpn-3","destination_cidr_block":"10.1.0.0/16"}""");
        Put("aws_vpc", "vpc-5", """{"cidr_block":"10.11.0.0/16"}""");
        Put("aws_vpc_ipv4_cidr_block_association", "vpc-cidr-assoc-1", """{"id":"vpc-cidr-assoc-1","vpc_id":"vpc-5","cidr_block":"10.12.0.0/16"}""");
        Put("aws_vpc_ipv4_cidr_block_association", "vpc-cidr-assoc-2", """{"id":"vpc-cidr-assoc-2","vpc_id":"vpc-5","cidr_block":"10.13.0.0/16"}""");
        Put("aws_subnet", "subnet-5", """{"vpc_id":"vpc-5","cidr_block":"10.12.0.0/24"}""");
        Put("aws_route_table", "rtb-1", """{"vpc_id":"vpc-1"}""");
        Put("aws_route_table_association", "rtbassoc-1", """{"subnet_id":"subnet-1","route_table_id":"rtb-1"}""");
        Put("aws_route", "r-1", """{"route_table_id":"rtb-1","destination_cidr_block":"10.8.0.0/16","transit_gateway_id":"tgw-1"}""");
        Put("aws_ec2_transit_gateway_route_table_association", "tgw-rtb-2_tgw-attach-1", """{"transit_gateway_attachment_id":"tgw-attach-1","transit_gateway_route_table_id":"tgw-rtb-2"}""");
        Put("aws_key_pair", "mine", """{"key_name":"mine"}""");
        Put("aws_cloudwatch_log_group", "logs", """{"name":"logs"}""");
        Put("aws_secretsmanager_secret", "arn-1", """{"name":"secret"}""");
        Put("aws_security_group", "sg-1", """{"name":"one","vpc_id":"vpc-2"}""");
        Put("aws_security_group", "sg-2", """{"name":"two","vpc_id":"vpc-2"}""");
        Put("aws_vpc_security_group_egress_rule", "sgr-2", """{"security_group_id":"sg-2"}""");
    }

    // One of each in another region; what names the nearer one of the two is made.
    private static RefusalCase Elsewhere(string type, string user, string json)
    {
        void Put(EngineBench bench, string id, string region) => bench.Store.Put(new CloudObject(type, id, EngineBench.Values($$"""{"id":"{{id}}","key_name":"{{id}}","region":"{{region}}"}""")));

        return new RefusalCase(
            user,
            bench =>
            {
                Put(bench, "far", "eu-west-1");
                Put(bench, "near", "eu-central-1");
            },
            json.Replace("ID", "far", StringComparison.Ordinal),
            json.Replace("ID", "near", StringComparison.Ordinal),
            "'far' does not exist in eu-central-1");
    }

    private static string Moved(string gateway) =>
        $$"""{"type":"ipsec.1","customer_gateway_id":"cgw-1","static_routes_only":true,"{{(gateway[0] == 't' ? "transit" : "vpn")}}_gateway_id":"{{gateway}}"}""";

    private static string Ending(string gateway, string option) => $$"""{"type":"ipsec.1","customer_gateway_id":"cgw-1","{{gateway}}_gateway_id":"gw-1",{{option}}}""";

    private static string ConnectionRoute(string connection) => $$"""{"vpn_connection_id":"{{connection}}","destination_cidr_block":"10.2.0.0/16"}""";

    private static string Propagation(string gateway) => $$"""{"vpn_gateway_id":"{{gateway}}","route_table_id":"rtb-1"}""";

    private static string Attached(string gateway, string vpc) => $$"""{"vpn_gateway_id":"{{gateway}}","vpc_id":"{{vpc}}"}""";

    private static string TransitRoute(string gateway, string destination) =>
        $$"""{"route_table_id":"rtb-1","destination_cidr_block":"{{destination}}","transit_gateway_id":"{{gateway}}"}""";

    private static string Association(string subnet) => $$"""{"route_table_id":"rtb-1","subnet_id":"{{subnet}}"}""";

    private static string TransitAssociation(string attachment) => $$"""{"transit_gateway_attachment_id":"{{attachment}}","transit_gateway_route_table_id":"tgw-rtb-1"}""";

    private static string Group(string name, string vpc) => $$"""{"name":"{{name}}","vpc_id":"{{vpc}}"}""";

    private static string Pair(string name) => $$"""{"key_name":"{{name}}","public_key":"ssh-rsa AAAA"}""";

    private static string AwsConnection(string customer, string inside) =>
        $$"""{"type":"ipsec.1","customer_gateway_id":"{{customer}}","vpn_gateway_id":"vgw-1","tunnel1_inside_cidr":"{{inside}}"}""";

    private static string AwsInstance(string address) => $$"""{"subnet_id":"subnet-1","private_ip":"{{address}}"}""";

    private static string Zoned(string zone) => AwsSubnet("10.2.1.0/24").Replace("}", $",\"availability_zone\":\"{zone}\"}}", StringComparison.Ordinal);

    private static string AwsSubnet(string cidr) => $$"""{"vpc_id":"vpc-1","cidr_block":"{{cidr}}"}""";

    private static string Key(string key) => $$"""{"type":"ipsec.1","customer_gateway_id":"cgw-1","tunnel1_preshared_key":"{{key}}"}""";

    private static string Inside(string cidr) => $$"""{"type":"ipsec.1","customer_gateway_id":"cgw-1","tunnel1_inside_cidr":"{{cidr}}"}""";
}
