using System.Text.Json.Nodes;
using S2SVpn.Design.Network;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Tests.Properties;

/// <summary>Decides from the configuration, like both clouds' filters, whether a TCP connection crosses.</summary>
internal sealed class SynthesizedFilters(Configuration configuration)
{
    private readonly ILookup<string, Resource> _ingress = Rules(configuration, "aws_vpc_security_group_ingress_rule", "security_group_id");
    private readonly ILookup<string, Resource> _egress = Rules(configuration, "aws_vpc_security_group_egress_rule", "security_group_id");
    private readonly ILookup<string, Resource> _azure = Rules(configuration, "azurerm_network_security_rule", "network_security_group_name");

    /// <param name="site">The AWS site, whose subnets each have a group for their machines.</param>
    /// <param name="local">The machine there.</param>
    /// <param name="remote">The machine at the other end.</param>
    /// <param name="direction">As seen from AWS.</param>
    /// <param name="port">The port at the end that is asked.</param>
    public bool AwsAdmits(AwsSitePlan site, Ipv4 local, Ipv4 remote, FlowDirection direction, int port)
    {
        var name = site.Network.Subnets.Single(subnet => subnet.Cidr!.Contains(local)).SecurityGroup;
        var group = Assert.Single(configuration.OfType("aws_security_group"), group => group.Text("name") == name);
        return (direction == FlowDirection.Inbound ? _ingress : _egress)[group.Name].Any(rule =>
            Cidr.Parse(rule.Text("cidr_ipv4")).Contains(remote) && rule.Text("ip_protocol") switch
            {
                "-1" => true,
                "tcp" => (int)rule["from_port"]! <= port && port <= (int)rule["to_port"]!,
                _ => false,
            });
    }

    /// <param name="site">The Azure site, whose subnets each have a group.</param>
    /// <param name="local">The machine there.</param>
    /// <param name="remote">The machine at the other end.</param>
    /// <param name="direction">As seen from Azure.</param>
    /// <param name="port">The port at the end that is asked.</param>
    public bool AzureAdmits(AzureSitePlan site, Ipv4 local, Ipv4 remote, FlowDirection direction, int port)
    {
        var subnet = Assert.Single(configuration.OfType("azurerm_subnet"), subnet => Networks(subnet["address_prefixes"]).Exists(network => network.Contains(local)));
        Assert.Equal(site.Network.Name, configuration.Resolve(subnet["virtual_network_name"]).Resource.Text("name"));
        var association = Assert.Single(
            configuration.OfType("azurerm_subnet_network_security_group_association"),
            association => configuration.Resolve(association["subnet_id"]).Resource.Name == subnet.Name);
        var (source, destination) = direction == FlowDirection.Inbound ? (remote, local) : (local, remote);
        return _azure[configuration.Resolve(association["network_security_group_id"]).Resource.Name]
            .Where(rule => rule.Text("direction") == direction.ToString())
            .OrderBy(rule => (int)rule["priority"]!)
            .First(rule =>
                Matches(rule, "source", source) && Matches(rule, "destination", destination)
                && rule.Text("protocol") is "*" or "Tcp"
                && (rule["destination_port_range"] is not null || rule["destination_port_ranges"]!.AsArray().Any(range => Covers((string)range!, port))))
            .Text("access") == "Allow";
    }

    private static ILookup<string, Resource> Rules(Configuration configuration, string type, string group) =>
        configuration.OfType(type).ToLookup(rule => configuration.Resolve(rule[group]).Resource.Name);

    // The words are "*" for all, "VirtualNetwork" for what the VNet can route to, which every machine asked about here is, and
    // "AzureLoadBalancer", which none is.
    private static bool Matches(Resource rule, string end, Ipv4 machine)
    {
        if (rule[$"{end}_address_prefix"] is { } word)
        {
            Assert.Contains((string)word!, new[] { "*", "VirtualNetwork", "AzureLoadBalancer" });
            return (string)word! != "AzureLoadBalancer";
        }

        return Networks(rule[$"{end}_address_prefixes"]).Exists(network => network.Contains(machine));
    }

    private static bool Covers(string range, int port)
    {
        var ends = range.Split('-');
        return int.Parse(ends[0]) <= port && port <= int.Parse(ends[^1]);
    }

    private static List<Cidr> Networks(JsonNode? prefixes) => [.. prefixes!.AsArray().Select(prefix => Cidr.Parse((string)prefix!))];
}
