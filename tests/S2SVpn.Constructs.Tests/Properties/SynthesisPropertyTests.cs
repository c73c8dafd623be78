using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;
using S2SVpn.Design.Network;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;
using S2SVpn.Design.Request.Writing;
using S2SVpn.Tests.Support;

namespace S2SVpn.Constructs.Tests.Properties;

/// <summary>What holds for the configuration of any request that no rule refuses and that can be built.</summary>
public sealed class SynthesisPropertyTests(ITestOutputHelper output)
{
    // Each starts with a synth.
    private const int Runs = 25;

    private static readonly Dictionary<string, string> AwsToAzure = new()
    {
        ["ikev2"] = "IKEv2",
        ["AES128"] = "AES128",
        ["AES256"] = "AES256",
        ["AES128-GCM-16"] = "GCMAES128",
        ["AES256-GCM-16"] = "GCMAES256",
        ["SHA1"] = "SHA1",
        ["SHA2-256"] = "SHA256",
        ["SHA2-384"] = "SHA384",
    };

    private static readonly Dictionary<string, (string Ike, string Pfs)> Groups = new()
    {
        ["2"] = ("DHGroup2", "PFS2"),
        ["14"] = ("DHGroup14", "PFS2048"),
        ["20"] = ("ECP384", "ECP384"),
    };

    private static readonly Gen<VpnRequest> Buildable = LegalRequests.All;

    [Fact]
    public void Synth_AnyBuildableRequest_HasItsTunnelsCrossedAndItsFlowsAdmitted()
    {
        output.WriteLine(Seed.Replay(Seed.Value));
        using var folder = new TemporaryFolder();
        var config = Config.QuickThrowOnFailure
            .WithMaxTest(Runs)
            .WithQuietOnSuccess(true)
            .WithReplay(new Replay(new Rnd((ulong)Seed.Value), FSharpOption<int>.None));
        string? failure = null;
        try
        {
            Prop.ForAll(Buildable.ToArbitrary(), request =>
            {
                try
                {
                    var plan = ConnectivityPlan.CreateUnchecked(request);
                    var configuration = new Configuration(Synthesis.Synthesize(plan, folder.Path));
                    ReferencesLead(configuration);
                    TunnelsCross(plan, configuration);
                    FlowsCross(request, plan, configuration);
                }
                catch (Exception error)
                {
                    failure = $"{error}\n{RequestWriter.Write(request)}";
                    throw;
                }
            }).Check(config);
        }
        catch (Exception error)
        {
            throw new InvalidOperationException($"{Seed.Replay(Seed.Value)}\n{failure ?? error.Message}", error);
        }
    }

    private static void ReferencesLead(Configuration configuration)
    {
        var references = new References(configuration.Json);
        Assert.Empty(references.Dangling());
        Assert.Empty(references.Circle());
    }

    private static void TunnelsCross(ConnectivityPlan plan, Configuration configuration)
    {
        var onMachines = plan.Links.Where(link => plan.AwsSite(link.AwsSite).Gateway.Kind == AwsGatewayKind.Appliance || IsAppliance(plan, link)).ToList();
        var toMachines = onMachines.Where(link => !IsAppliance(plan, link)).SelectMany(link => ConnectionsOf(plan, link)).ToHashSet();
        MachinesCross(configuration, toMachines);
        var tunnels = configuration.OfType("azurerm_virtual_network_gateway_connection").Where(connection => !toMachines.Contains(connection.Text("name"))).ToDictionary(
            connection => connection.Text("name"), connection => new CrossedTunnel(configuration, connection));
        Assert.Equal(plan.Links.Except(onMachines).Sum(link => link.Tunnels.Count(tunnel => tunnel.IsUsed)), tunnels.Count);
        Assert.Equal(tunnels.Count, tunnels.Values.DistinctBy(tunnel => (tunnel.Vpn.Name, tunnel.Number)).Count());
        Assert.Equal(tunnels.Count, tunnels.Values.DistinctBy(tunnel => tunnel.Key).Count());
        Assert.All(tunnels.Values.GroupBy(tunnel => tunnel.AzureGateway.Name), gateway =>
            Assert.Equal(gateway.Count(), gateway.DistinctBy(tunnel => tunnel.Inside).Count()));
        foreach (var link in plan.Links.Except(onMachines))
        {
            var (aws, azure) = (plan.AwsSite(link.AwsSite), plan.AzureSite(link.AzureSite));
            foreach (var connection in azure.Links.Single(each => each.Name == link.Name).Connections)
            {
                var tunnel = tunnels[connection.Name];
                Assert.Equal((aws.Gateway.Name, azure.Gateway.Name), ((string?)tunnel.AwsGateway["tags"]!["Name"], tunnel.AzureGateway.Text("name")));
                Assert.Equal((ProviderOf("aws", aws.Alias), ProviderOf("azurerm", azure.Alias)), ((string?)tunnel.Vpn["provider"], (string?)tunnel.Connection["provider"]));
                Crosses(tunnel, link.Routing == Routing.Bgp, azure.Gateway);
                HasOneCrypto(tunnel);
            }
        }
    }

    private static bool IsAppliance(ConnectivityPlan plan, LinkPlan link) => plan.AzureSite(link.AzureSite).Gateway.Appliance is not null;

    private static IEnumerable<string> ConnectionsOf(ConnectivityPlan plan, LinkPlan link) =>
        plan.AzureSite(link.AzureSite).Links.Single(each => each.Name == link.Name).Connections.Select(connection => connection.Name);

    // A machine's elastic address is what Azure dials, and its key is in the secret that the machine reads.
    private static void MachinesCross(Configuration configuration, HashSet<string> names)
    {
        var connections = configuration.OfType("azurerm_virtual_network_gateway_connection").Where(connection => names.Contains(connection.Text("name"))).ToList();
        Assert.Equal(names.Count, connections.Count);
        Assert.All(connections, connection =>
        {
            var peer = configuration.Resolve(connection["local_network_gateway_id"]).Resource;
            var (address, attribute) = configuration.Resolve(peer["gateway_address"]);
            Assert.Equal(("aws_eip", "public_ip"), (address.Type, attribute));
        });
        Assert.Equal(names.Count, connections.DistinctBy(connection => connection.Text("shared_key")).Count());
    }

    private static void Crosses(CrossedTunnel tunnel, bool bgp, AzureGatewayPlan gateway)
    {
        Assert.InRange(tunnel.Instance, 0, gateway.ActiveActive ? 1 : 0);
        Assert.Equal(tunnel.Key, tunnel.Connection.Text("shared_key"));
        Assert.Contains(InsideCidr.AzureRanges, range => range.Contains(tunnel.Inside));
        Assert.Equal(!bgp, (bool)tunnel.Vpn["static_routes_only"]!);
        Assert.Equal(bgp, (bool)tunnel.Connection["enable_bgp"]!);
        Assert.Equal(gateway.Asn.ToString(), tunnel.AsnThatAwsExpects);
        if (!bgp)
        {
            Assert.Null(tunnel.Peer["bgp_settings"]);
            Assert.NotEmpty(tunnel.Peer["address_space"]!.AsArray());
            return;
        }

        Assert.Null(tunnel.Peer["address_space"]);
        Assert.Equal(tunnel.AsnThatAwsExpects, tunnel.AzureGateway["bgp_settings"]!["asn"]!.ToString());
        Assert.Equal(tunnel.AwsAsn, tunnel.Peer["bgp_settings"]!["asn"]!.ToString());
        Assert.Equal(tunnel.Inside.Host(1).ToString(), (string?)tunnel.Peer["bgp_settings"]!["bgp_peering_address"]);
        Assert.Contains(tunnel.Inside.Host(2).ToString(), tunnel.BgpAddresses(tunnel.Instance));
        Assert.Equal(gateway.ActiveActive ? tunnel.Inside.Host(2).ToString() : null, tunnel.CustomBgpAddress(tunnel.Instance));
        if (gateway.ActiveActive)
        {
            Assert.Contains(tunnel.CustomBgpAddress(1 - tunnel.Instance), tunnel.BgpAddresses(1 - tunnel.Instance));
        }
    }

    private static void HasOneCrypto(CrossedTunnel tunnel)
    {
        var policy = tunnel.Connection["ipsec_policy"]!;
        var cipher = AwsToAzure[tunnel.AwsOnly("phase2_encryption_algorithms")];
        Assert.Equal(AwsToAzure[tunnel.AwsOnly("ike_versions")], tunnel.Connection.Text("connection_protocol"));
        Assert.Equal(AwsToAzure[tunnel.AwsOnly("phase1_encryption_algorithms")], (string?)policy["ike_encryption"]);
        Assert.Equal(AwsToAzure[tunnel.AwsOnly("phase1_integrity_algorithms")], (string?)policy["ike_integrity"]);
        Assert.Equal(Groups[tunnel.AwsOnly("phase1_dh_group_numbers")].Ike, (string?)policy["dh_group"]);
        Assert.Equal(cipher, (string?)policy["ipsec_encryption"]);
        Assert.Equal(
            cipher.StartsWith("GCM", StringComparison.Ordinal) ? cipher : AwsToAzure[tunnel.AwsOnly("phase2_integrity_algorithms")],
            (string?)policy["ipsec_integrity"]);
        Assert.Equal(Groups[tunnel.AwsOnly("phase2_dh_group_numbers")].Pfs, (string?)policy["pfs_group"]);
        Assert.Equal((int)policy["sa_lifetime"]!, (int)tunnel.Aws("phase2_lifetime_seconds")!);
    }

    private static void FlowsCross(VpnRequest request, ConnectivityPlan plan, Configuration configuration)
    {
        var filters = new SynthesizedFilters(configuration);
        var stranger = Ipv4.Parse("192.0.2.1");
        foreach (var link in plan.Links)
        {
            var (aws, azure) = (plan.AwsSite(link.AwsSite), plan.AzureSite(link.AzureSite));
            foreach (var (here, there, direction, port) in new Filters(aws, azure).Samples())
            {
                var asked = Flows.Asks(request, link, here, there, direction, port);
                var back = direction == FlowDirection.Inbound ? FlowDirection.Outbound : FlowDirection.Inbound;
                Assert.Equal(
                    (here, there, direction, port, asked, asked),
                    (here, there, direction, port, filters.AwsAdmits(aws, here, there, direction, port), filters.AzureAdmits(azure, there, here, back, port)));
                Assert.False(filters.AwsAdmits(aws, here, stranger, direction, port));
            }
        }
    }

    private static string? ProviderOf(string name, string? alias) => alias is null ? null : $"{name}.{alias}";
}
