using S2SVpn.Rehearsal.Clouds.Storage;

namespace S2SVpn.Rehearsal.Tests.Clouds;

/// <summary>One example of each refusal of AWS's that is about a value or two of one resource.</summary>
internal static class AwsValueRefusalCases
{
    private const string Rule = "aws_vpc_security_group_ingress_rule";

    public static IReadOnlyDictionary<string, RefusalCase> All { get; } = new Dictionary<string, RefusalCase>
    {
        ["AwsNumberRanges"] = new("aws_vpn_connection", Nothing, Connection("\"tunnel2_dpd_timeout_seconds\":29"), Connection("\"tunnel2_dpd_timeout_seconds\":30"), "expected tunnel2_dpd_timeout_seconds to be in the range (30 -"),
        ["TunnelLifetimes"] = new("aws_vpn_connection", Nothing, Lifetimes(900, 900), Lifetimes(901, 900), "phase 2 lifetime (900) must be less than the phase 1 lifetime (900)"),
        ["PrivateOutsideAddress"] = new("aws_vpn_connection", Nothing, Outside(""), Outside(",\"transport_transit_gateway_attachment_id\":\"tgw-attach-1\""), "needs a transit gateway and a transport"),
        ["Ipv6InsideTunnel"] = new("aws_vpn_connection", Nothing, Inside("vpn"), Inside("transit"), "gw-1 does not support IPv6"),
        ["AwsExactlyOne"] = new("aws_route", Nothing, """{"route_table_id":"rtb-1","gateway_id":"igw-1"}""", Route("10.4.0.0/16", "gateway_id"), "one of `destination_cidr_block,"),
        ["RouteOfOwnVpc"] = new("aws_route", Table, Route("10.3.0.0/16", "gateway_id"), Route("10.4.0.0/16", "gateway_id"), "10.3.0.0/16 already exists"),
        ["RouteWithinOwnVpc"] = new("aws_route", Table, Route("10.2.1.0/24", "transit_gateway_id"), Route("10.2.1.0/24", "network_interface_id"), "10.2.1.0/24 is more specific"),
        ["DuplicateSecurityGroupRule"] = new(Rule, bench => bench.Create(Rule, Ports("tcp", 443, 443)), Ports("tcp", 443, 443), Ports("tcp", 443, 444), "peer: 10.1.0.0/16, tcp, from port: 443"),
        ["SecurityGroupRuleSource"] = new(Rule, Nothing, Sources(",\"prefix_list_id\":\"pl-1\""), Sources(""), "Exactly one of these attributes"),
        ["SecurityGroupRulePorts"] = new(Rule, Nothing, Ports("tcp", 443, 80), Ports("tcp", 80, 443), "Invalid TCP/UDP port range (443:80)"),
        ["SecurityGroupNamePrefix"] = new("aws_security_group", Nothing, Group("sg-one", "x"), Group("one-sg-", "x"), "cannot begin with sg-"),
        ["SecurityGroupCharacters"] = new("aws_security_group", Nothing, Group("one", "Azure's"), Group("one", "Azure (10.1.0.0/16), [all]"), "Invalid security group description"),
        ["CidrForm"] = new("aws_subnet", Nothing, """{"vpc_id":"vpc-1","cidr_block":"10.2.0.5/24"}""", """{"vpc_id":"vpc-1","cidr_block":"10.2.0.0/24"}""", "\"10.2.0.5/24\" is not a valid CIDR block"),
        ["VpcSize"] = new("aws_vpc", Nothing, """{"cidr_block":"10.0.0.0/15"}""", """{"cidr_block":"10.0.0.0/16"}""", "between 16 and 28 significant bits, got: 15"),
        ["SubnetSize"] = new("aws_subnet", Nothing, """{"vpc_id":"vpc-1","cidr_block":"10.2.0.0/29"}""", """{"vpc_id":"vpc-1","cidr_block":"10.2.0.0/28"}""", "'10.2.0.0/29' is invalid"),
    };

    private static void Nothing(EngineBench bench) => Assert.Empty(bench.Store.Objects);

    private static void Table(EngineBench bench)
    {
        bench.Store.Put(new CloudObject("aws_vpc", "vpc-1", EngineBench.Values("""{"cidr_block":"10.2.0.0/16"}""")));
        bench.Store.Put(new CloudObject("aws_vpc_ipv4_cidr_block_association", "vpc-cidr-assoc-1", EngineBench.Values("""{"vpc_id":"vpc-1","cidr_block":"10.3.0.0/16"}""")));
        bench.Store.Put(new CloudObject("aws_route_table", "rtb-1", EngineBench.Values("""{"vpc_id":"vpc-1"}""")));
    }

    private static string Connection(string option) => $$"""{"type":"ipsec.1","customer_gateway_id":"cgw-1",{{option}}}""";

    private static string Lifetimes(int first, int second) => Connection($"\"tunnel2_phase1_lifetime_seconds\":{first},\"tunnel2_phase2_lifetime_seconds\":{second}");

    private static string Outside(string further) => Connection($"\"transit_gateway_id\":\"tgw-1\",\"outside_ip_address_type\":\"PrivateIpv4\"{further}");

    private static string Inside(string gateway) => Connection($"\"{gateway}_gateway_id\":\"gw-1\",\"tunnel_inside_ip_version\":\"ipv6\"");

    private static string Route(string destination, string target) => $$"""{"route_table_id":"rtb-1","destination_cidr_block":"{{destination}}","{{target}}":"x-1"}""";

    private static string Ports(string protocol, int from, int to) => $$"""{"security_group_id":"sg-1","cidr_ipv4":"10.1.0.0/16","ip_protocol":"{{protocol}}","from_port":{{from}},"to_port":{{to}}}""";

    private static string Sources(string further) => $$"""{"security_group_id":"sg-1","ip_protocol":"-1","cidr_ipv4":"10.1.0.0/16"{{further}}}""";

    private static string Group(string name, string description) => $$"""{"name":"{{name}}","vpc_id":"vpc-1","description":"{{description}}"}""";
}
