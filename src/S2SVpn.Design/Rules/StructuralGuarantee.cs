namespace S2SVpn.Design.Rules;

/// <summary>Something that has to hold too, but needs no check: the request can't say otherwise, or another rule sees to it.</summary>
/// <param name="Code">As a rule would have. No rule has it.</param>
/// <param name="What">What has to hold.</param>
/// <param name="Where">What makes it hold.</param>
internal sealed record StructuralGuarantee(string Code, string What, string Where)
{
    public static ValueList<StructuralGuarantee> All { get; } =
    [
        new("AWS004", "IPv6 inside the tunnels needs a transit gateway and a /126", "AZ042 rejects IPv6"),
        new("AWS007", "A tunnel uses IKEv1 or IKEv2", "IkeVersion has no other"),
        new("AWS016", "static_routes_only and the routes of a connection fit its routing", "VpnConnectionPlan"),
        new("AWS023", "An ASN above 2147483647 is in another field of the customer gateway", "Asn.IsLarge"),
        new("AWS025", "Customer gateways of one address have different device names", "CustomerGatewayPlan.Name"),
        new("AWS027", "The customer gateway's ASN is not the gateway's own", "X004"),
        new("AWS032", "A static link of a transit gateway has routes in its table and in the VPC's", "TransitGatewayPlan.StaticRoutes, AwsNetworkPlan"),
        new("AWS033", "Route tables learn of a virtual private gateway by one mechanism", "AwsGatewayPlan.Propagate"),
        new("AWS036", "An appliance lets UDP 500 and 4500 and ESP in", "AppliancePlan.SecurityGroup"),
        new("AWS040", "Each algorithm is the only one proposed, as AWS tries the weakest first", "AwsTunnelCrypto"),
        new("AZ010", "A gateway has as many ip_configurations as instances, each with its own address", "AzureGatewayPlan.Instances"),
        new("AZ014", "Each ip_configuration has its peering addresses", "GatewayInstancePlan.BgpAddresses"),
        new("AZ015", "A gateway of one instance has one BGP address for AWS", "X018, X018b"),
        new("AZ016", "Each connection says which BGP addresses it uses", "AzureConnectionPlan.CustomBgpAddresses"),
        new("AZ017", "Those are addresses of the gateway, and different ones of its two instances", "CustomBgpAddressesPlan"),
        new("AZ018", "The gateway's BGP address from the VNet is not set", "GatewayInstancePlan has none"),
        new("AZ020", "The local network gateway's ASN is not the gateway's own", "X004"),
        new("AZ021", "A local network gateway with BGP has no address space, without BGP no ASN", "LocalNetworkGatewayPlan"),
        new("AZ022", "A local network gateway has an address and no name", "LocalNetworkGatewayPlan has no name"),
        new("AZ023", "Neither side announces what the other has, nor too much of it", "X001, X026"),
        new("AZ024", "Several connections to the same networks are routed by BGP", "X016"),
        new("AZ029", "IKEv1 is not used on Basic", "AZ009 rejects Basic"),
        new("AZ034", "A key has no character that Azure rejects", "AWS005; AWS allows fewer characters than Azure"),
        new("AZ039", "No two connections of a gateway are created at once", "AzureConnectionPlan.After"),
        new("AZ040", "An active-active gateway is not Basic", "AZ009 rejects Basic"),
        new("X003", "AWS has the first host of a /30, Azure the second", "InsideCidr.AwsAddress, InsideCidr.AzureAddress"),
        new("X005", "A key is valid in both clouds", "AWS005"),
        new("X006", "Ciphers are among the four that both clouds support", "AWS009, AZ027"),
        new("X007", "Integrity algorithms are supported by both clouds", "AWS010, AZ027"),
        new("X017", "There is an AWS connection for each Azure address, and an Azure connection for each tunnel", "LinkPlan.Connections, AZ007, AWS029"),
        new("X025", "Connection and tunnel of AWS meet their own instance of Azure", "TunnelPlan.AzureInstance"),
        new("X027", "Filters of both clouds let the same flows in, both ways", "FlowPlan"),
    ];
}
