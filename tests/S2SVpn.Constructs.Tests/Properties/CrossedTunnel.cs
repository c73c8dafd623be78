using System.Globalization;
using System.Text.Json.Nodes;
using S2SVpn.Design.Network;

namespace S2SVpn.Constructs.Tests.Properties;

/// <summary>
/// A tunnel as the configuration has it: found from the Azure connection, over the address that it dials, to the AWS tunnel,
/// and from there over the address that AWS dials back to an instance of an Azure gateway.
/// </summary>
internal sealed class CrossedTunnel
{
    private readonly Configuration _configuration;

    public CrossedTunnel(Configuration configuration, Resource connection)
    {
        _configuration = configuration;
        Connection = connection;
        Peer = Target(connection["local_network_gateway_id"], "id");
        var (vpn, address) = configuration.Resolve(Peer["gateway_address"]);
        Assert.Matches("^tunnel[12]_address$", address);
        (Vpn, Number) = (vpn, address["tunnel".Length] - '0');
        AwsGateway = Target(vpn["vpn_gateway_id"] ?? vpn["transit_gateway_id"], "id");
        CustomerGateway = Target(vpn["customer_gateway_id"], "id");
        AzureGateway = Target(connection["virtual_network_gateway_id"], "id");
        var dialled = Target(CustomerGateway["ip_address"], "ip_address");
        Instance = AzureGateway["ip_configuration"]!.AsArray().Select(entry => Target(entry!["public_ip_address_id"], "id").Name).ToList().IndexOf(dialled.Name);
    }

    public Resource Connection { get; }

    /// <summary>The local network gateway.</summary>
    public Resource Peer { get; }

    public Resource Vpn { get; }

    /// <summary>1 or 2: its place in the VPN connection.</summary>
    public int Number { get; }

    public Resource AwsGateway { get; }

    public Resource CustomerGateway { get; }

    public Resource AzureGateway { get; }

    /// <summary>The instance of the Azure gateway that AWS dials; -1 where it is none of the gateway that has the connection.</summary>
    public int Instance { get; }

    public Cidr Inside => Cidr.Parse(Vpn.Text($"tunnel{Number}_inside_cidr"));

    public string Key => Vpn.Text($"tunnel{Number}_preshared_key");

    public JsonNode? Aws(string setting) => Vpn[$"tunnel{Number}_{setting}"];

    /// <summary>The one value of a list: AWS would take the weakest of several.</summary>
    public string AwsOnly(string setting) => Assert.Single(Aws(setting)!.AsArray())!.ToString();

    public string AwsAsn => AwsGateway["amazon_side_asn"]!.ToString();

    public string AsnThatAwsExpects => (CustomerGateway["bgp_asn"] ?? CustomerGateway["bgp_asn_extended"])!.ToString();

    /// <summary>The BGP addresses that an instance of the Azure gateway holds.</summary>
    public IReadOnlyList<string> BgpAddresses(int instance)
    {
        var name = (string?)AzureGateway["ip_configuration"]![instance]!["name"];
        var peering = AzureGateway["bgp_settings"]!["peering_addresses"]!.AsArray().Single(entry => (string?)entry!["ip_configuration_name"] == name);
        return [.. peering!["apipa_addresses"]!.AsArray().Select(address => (string)address!)];
    }

    /// <summary>The address that the connection uses on an instance; null where it leaves it to the gateway.</summary>
    public string? CustomBgpAddress(int instance) => (string?)Connection["custom_bgp_addresses"]?[instance == 0 ? "primary" : "secondary"];

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Connection.Name} to tunnel {Number} of {Vpn.Name}");

    private Resource Target(JsonNode? reference, string expected)
    {
        var (resource, attribute) = _configuration.Resolve(reference);
        Assert.Equal(expected, attribute);
        return resource;
    }
}
