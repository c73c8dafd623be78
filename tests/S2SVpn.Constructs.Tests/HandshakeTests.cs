using System.Net;
using System.Text.Json.Nodes;

namespace S2SVpn.Constructs.Tests;

/// <summary>The facts of the starter's link that break a real deployment when one of them is wrong.</summary>
public sealed class HandshakeTests(HandshakeTests.Starter starter) : IClassFixture<HandshakeTests.Starter>
{
    private static readonly Dictionary<string, string> AwsToAzure = new()
    {
        ["AES256"] = "AES256",
        ["AES256-GCM-16"] = "GCMAES256",
        ["SHA2-384"] = "SHA384",
        ["20"] = "ECP384",
        ["ikev2"] = "IKEv2",
    };

    private readonly Configuration _configuration = starter.Configuration;

    [Fact]
    public void Tunnels_AreFour_TwoOnEachInstance()
    {
        Assert.Equal(["0.1", "0.2", "1.1", "1.2"], Tunnels().Select(tunnel => $"{tunnel.Instance}.{tunnel.Number}").Order());
    }

    [Fact]
    public void LocalNetworkGateway_HasAddressAndBgpAddressOfOneAwsTunnel()
    {
        Assert.All(Tunnels(), tunnel =>
        {
            Assert.Equal(tunnel.FirstHost, (string?)tunnel.Peer["bgp_settings"]!["bgp_peering_address"]);
            Assert.Equal(64512, (int?)tunnel.Peer["bgp_settings"]!["asn"]);
            Assert.Null(tunnel.Peer["address_space"]);
        });
        Assert.Equal(4, Tunnels().Select(tunnel => tunnel.Peer.Text("gateway_address")).Distinct().Count());
    }

    [Fact]
    public void InsideNetworks_AreThirtiesInBothCloudsRangeAndDistinct()
    {
        var networks = Tunnels().Select(tunnel => tunnel.Inside).ToArray();

        Assert.Equal(["169.254.21.0/30", "169.254.21.4/30", "169.254.22.0/30", "169.254.22.4/30"], networks.Order());
    }

    [Fact]
    public void Gateway_HoldsTheSecondHostOfEachTunnelOnTheInstanceThatAwsDials()
    {
        Assert.All(Tunnels(), tunnel =>
        {
            var peering = Gateway["bgp_settings"]!["peering_addresses"]!.AsArray()[tunnel.Instance]!;
            Assert.Contains(tunnel.SecondHost, peering["apipa_addresses"]!.AsArray().Select(address => (string?)address));
            Assert.Equal((string?)IpConfigurations[tunnel.Instance]!["name"], (string?)peering["ip_configuration_name"]);
        });
    }

    [Fact]
    public void CustomBgpAddresses_NameTheTunnelsOwnAddressInItsInstancesPlace()
    {
        var addresses = Gateway["bgp_settings"]!["peering_addresses"]!.AsArray()
            .Select(peering => peering!["apipa_addresses"]!.AsArray().Select(address => (string?)address).ToArray())
            .ToArray();
        Assert.All(Tunnels(), tunnel =>
        {
            string?[] custom = [(string?)tunnel.Connection["custom_bgp_addresses"]!["primary"], (string?)tunnel.Connection["custom_bgp_addresses"]!["secondary"]];
            Assert.Equal(tunnel.SecondHost, custom[tunnel.Instance]);
            Assert.Contains(custom[0], addresses[0]);
            Assert.Contains(custom[1], addresses[1]);
        });
    }

    [Fact]
    public void PreSharedKeys_AreEqualAtBothEndsAndDifferentPerTunnel()
    {
        Assert.All(Tunnels(), tunnel => Assert.Equal(tunnel.Vpn.Text($"tunnel{tunnel.Number}_preshared_key"), tunnel.Connection.Text("shared_key")));
        Assert.Equal(4, Tunnels().Select(tunnel => tunnel.Connection.Text("shared_key")).Distinct().Count());
    }

    [Fact]
    public void PreSharedKeys_AreReferencesToWhatBothCloudsTake()
    {
        Assert.All(Tunnels(), tunnel =>
        {
            var (password, attribute) = _configuration.Resolve(tunnel.Connection["shared_key"]);
            Assert.Equal(("random_password", "result"), (password.Type, attribute));
            Assert.InRange((int)password["length"]!, 8, 64);
            Assert.False((bool)password["special"]!);
            // A digit could come first, and be a zero.
            Assert.False((bool)password["numeric"]!);
        });
        Assert.True((bool)_configuration.Json["output"]!["preshared_keys"]!["sensitive"]!);
    }

    [Theory]
    [InlineData("phase1_encryption_algorithms", "ike_encryption")]
    [InlineData("phase1_integrity_algorithms", "ike_integrity")]
    [InlineData("phase1_dh_group_numbers", "dh_group")]
    [InlineData("phase2_encryption_algorithms", "ipsec_encryption")]
    [InlineData("phase2_encryption_algorithms", "ipsec_integrity")]
    [InlineData("phase2_dh_group_numbers", "pfs_group")]
    public void Crypto_IsTheSameOnBothClouds(string aws, string azure)
    {
        Assert.All(Tunnels(), tunnel =>
        {
            var only = Assert.Single(tunnel.Vpn[$"tunnel{tunnel.Number}_{aws}"]!.AsArray());
            Assert.Equal(AwsToAzure[only!.ToString()], (string?)tunnel.Connection["ipsec_policy"]![azure]);
        });
    }

    [Fact]
    public void Crypto_VersionsAndLifetimesMatch()
    {
        Assert.All(Tunnels(), tunnel =>
        {
            var version = Assert.Single(tunnel.Vpn[$"tunnel{tunnel.Number}_ike_versions"]!.AsArray());
            Assert.Equal(AwsToAzure[version!.ToString()], tunnel.Connection.Text("connection_protocol"));
            // Azure's own is fixed at 28800 and can't be written.
            Assert.Equal(28800, (int?)tunnel.Vpn[$"tunnel{tunnel.Number}_phase1_lifetime_seconds"]);
            Assert.Equal(3600, (int?)tunnel.Vpn[$"tunnel{tunnel.Number}_phase2_lifetime_seconds"]);
            Assert.Equal(3600, (int?)tunnel.Connection["ipsec_policy"]!["sa_lifetime"]);
        });
    }

    [Fact]
    public void Tunnels_AreStartedByAtLeastOneEnd()
    {
        Assert.All(Tunnels(), tunnel =>
        {
            Assert.Equal("start", tunnel.Vpn.Text($"tunnel{tunnel.Number}_startup_action"));
            Assert.Equal("Default", tunnel.Connection.Text("connection_mode"));
        });
    }

    [Fact]
    public void Connections_AreMadeOneAfterTheOther()
    {
        var connections = _configuration.OfType("azurerm_virtual_network_gateway_connection");
        var before = connections.Select(connection => connection["depends_on"]?.AsArray().Select(name => (string?)name).SingleOrDefault(name => name?.StartsWith("azurerm", StringComparison.Ordinal) == true)).ToArray();

        Assert.Single(before, name => name is null);
        Assert.Equal(connections.Count, before.Distinct().Count());
    }

    [Fact]
    public void References_HaveNoCycle()
    {
        var done = new HashSet<Resource>();
        var path = new Stack<Resource>();
        foreach (var resource in _configuration.Resources)
        {
            Visit(resource, path, done);
        }

        Assert.Equal(_configuration.Resources.Count, done.Count);
    }

    private Resource Gateway => Assert.Single(_configuration.OfType("azurerm_virtual_network_gateway"));

    private JsonArray IpConfigurations => Gateway["ip_configuration"]!.AsArray();

    private void Visit(Resource resource, Stack<Resource> path, HashSet<Resource> done)
    {
        Assert.False(path.Contains(resource), $"{resource.Type}.{resource.Name} needs itself: {string.Join(" <- ", path.Select(step => step.Name))}");
        if (done.Contains(resource))
        {
            return;
        }

        path.Push(resource);
        foreach (var need in _configuration.NeedsOf(resource).Where(need => (need.Type, need.Name) != (resource.Type, resource.Name)))
        {
            Visit(need, path, done);
        }

        path.Pop();
        done.Add(resource);
    }

    // Walks from each Azure connection to the AWS tunnel that it dials, and back to the instance that AWS dials.
    private IReadOnlyList<Crossing> Tunnels() =>
    [
        .. _configuration.OfType("azurerm_virtual_network_gateway_connection").Select(connection =>
        {
            var (peer, _) = _configuration.Resolve(connection["local_network_gateway_id"]);
            var (vpn, address) = _configuration.Resolve(peer["gateway_address"]);
            Assert.EndsWith("_address", address);
            var (customerGateway, _) = _configuration.Resolve(vpn["customer_gateway_id"]);
            var (publicIp, _) = _configuration.Resolve(customerGateway["ip_address"]);
            var instance = IpConfigurations.Select(entry => _configuration.Resolve(entry!["public_ip_address_id"]).Resource.Name).ToList().IndexOf(publicIp.Name);
            Assert.InRange(instance, 0, 1);
            return new Crossing(connection, peer, vpn, address["tunnel".Length] - '0', instance);
        }),
    ];

    public sealed class Starter
    {
        public Configuration Configuration { get; } = new(Synthesis.Synthesize(Synthesis.Starter));
    }

    private sealed record Crossing(Resource Connection, Resource Peer, Resource Vpn, int Number, int Instance)
    {
        public string Inside => Vpn.Text($"tunnel{Number}_inside_cidr");

        public string FirstHost => Host(1);

        public string SecondHost => Host(2);

        private string Host(byte index)
        {
            var bytes = IPNetwork.Parse(Inside).BaseAddress.GetAddressBytes();
            bytes[3] += index;
            return new IPAddress(bytes).ToString();
        }
    }
}
