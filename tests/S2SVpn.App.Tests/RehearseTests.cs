using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests;

/// <summary>Whole rehearsals, as users hold them.</summary>
public sealed class RehearseTests : IDisposable
{
    private const string Two = """
        name: shop
        owner: net@example.com
        environment: dev
        aws:
          frankfurt:
            region: eu-central-1
            network: 10.2.0.0/16
          ireland:
            region: eu-west-1
            network: 10.3.0.0/16
            gateway: { asn: 64513 }
        azure:
          west:
            location: westeurope
            network: 10.1.0.0/16
        access:
          - { from: west, to: frankfurt, icmp: true, tcp: 443 }
          - { from: frankfurt, to: west, icmp: true }
          - { from: ireland, to: west, tcp: [22, 8000-8080], udp: 53 }
        links:
          - { between: [frankfurt, west], slot: 0 }
          - { between: [ireland, west], slot: 1 }
        """;

    private static readonly string Starter = File.ReadAllText(Repository.File("s2svpn.yaml"));

    private static readonly Dictionary<string, (string Request, int Tunnels)> Requests = new()
    {
        ["the starter"] = (Starter, 4),
        ["a transit gateway of one path"] = (Starter.Replace("network: 10.2.0.0/16\n", "network: 10.2.0.0/16\n  gateway: { kind: transit, ecmp: false }\n"), 4),
        ["a transit gateway with static routes"] = (Starter.Replace("network: 10.2.0.0/16\n", "network: 10.2.0.0/16\n  gateway: { kind: transit }\n") + "links:\n  - routing: static\n", 4),
        ["one instance"] = (Starter.Replace("network: 10.1.0.0/16\n", "network: 10.1.0.0/16\n  gateway: { activeActive: false }\n"), 1),
        ["the balanced profile"] = ($"{Starter}links:\n  - crypto: {{ profile: balanced }}\n", 4),
        ["the fast profile"] = ($"{Starter}links:\n  - crypto: {{ profile: fast }}\n", 4),
        ["two links"] = (Two, 8),
        ["an existing Azure gateway that has the addresses"] = (Prepared("bgpAddresses: [169.254.21.2, 169.254.21.6, 169.254.22.2, 169.254.22.6]"), 4),
    };

    private readonly ProgramRun _program = new();

    public static TheoryData<string> Names => [.. Requests.Keys];

    public static TheoryData<string> Examples => ["s2svpn.yaml", .. ExampleFiles()];

    public void Dispose() => _program.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Rehearse_OfARequest_HoldsInEveryCheck(string name)
    {
        var (request, tunnels) = Requests[name];
        _program.Write("s2svpn.yaml", request);
        var run = await HoldAsync("--skip-drills", "--format", "json");

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        var checks = JsonNode.Parse(run.Output)!["checks"]!.AsArray();
        Assert.Equal(tunnels, checks.Count(check => check!["group"]!.GetValue<string>() == "tunnels"));
        Assert.Equal(tunnels, checks.Count(check => check!["group"]!.GetValue<string>() == "rekeying"));
        Assert.False(Directory.Exists(_program["cdktf.out"]));
    }

    [Fact]
    public async Task Rehearse_OfAnExistingGatewayWithoutTheAddresses_IsRefusedAsAzurermDoes()
    {
        _program.Write("s2svpn.yaml", Prepared("bgpAddresses: [169.254.21.2]"));
        var run = await HoldAsync("--skip-drills");

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("AZ115", run.Error);
        Assert.Contains("az network vnet-gateway update", Regex.Replace(run.Error, @"\s+", " "));
        Assert.Contains("primary or secondary address not found at `virtual_network_gateway` configuration", Regex.Replace(run.Output + run.Error, @"[\s│]+", " "));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Rehearse_OfAnExample_HoldsInEveryCheck(string name)
    {
        _program.Write("s2svpn.yaml", File.ReadAllText(Repository.File(name)));
        var run = await HoldAsync("--skip-drills", "--format", "markdown");

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.StartsWith("All holds: ", run.Output);
    }

    [Fact]
    public async Task Rehearse_OfTheStarter_ShowsWhatItDoesAndLeavesNoFile()
    {
        _program.Write("s2svpn.yaml", Starter);
        Directory.CreateDirectory(_program["tmp"]);
        var run = await HoldAsync("--only", "tunnels", "bgp");

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.Contains("terraform init, apply against simulated clouds", run.Error);
        Assert.Contains("tunnels: 4 of 4", run.Error);
        Assert.Contains("All holds: 8 checks, 0 drills.", run.Output);
        Assert.Empty(Directory.GetFileSystemEntries(_program["tmp"]));
    }

    [Fact]
    public async Task Rehearse_OfAnUnknownGroup_SaysWhichThereAre()
    {
        _program.Write("s2svpn.yaml", Starter);
        var run = await _program.RunAsync("rehearse", "--only", "everything");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("rekeying", run.Error);
    }

    private static IEnumerable<string> ExampleFiles() => Directory.Exists(Repository.File("examples"))
        ? Directory.GetFiles(Repository.File("examples"), "*.yaml").Order(StringComparer.Ordinal).Select(file => Path.GetRelativePath(Repository.Root, file))
        : [];

    private async Task<Command> HoldAsync(params string[] arguments)
    {
        var run = await _program.RunAsync(["rehearse", .. arguments], new Dictionary<string, string?> { ["TMPDIR"] = Directory.Exists(_program["tmp"]) ? _program["tmp"] : null });
        SkipWhereItLacks(run.Error);
        return run;
    }

    // The first thing that is said is what the machine lacks for it.
    internal static void SkipWhereItLacks(string error)
    {
        var lacks = error.Contains("/dev/net/tun that this user", StringComparison.Ordinal) || error.Contains("make no namespaces", StringComparison.Ordinal)
            || error.Contains("Linux's network namespaces", StringComparison.Ordinal) || error.Contains("no 'terraform' in PATH", StringComparison.Ordinal)
            || (error.Contains("A rehearsal needs ", StringComparison.Ordinal) && error.Contains("could not be fetched", StringComparison.Ordinal));
        if (lacks && Environment.GetEnvironmentVariable("CI") is "true" or "1")
        {
            Assert.Fail($"CI has to hold rehearsals: these tests may not be skipped there. {error}");
        }

        Assert.SkipWhen(lacks, error);
    }

    private static string Prepared(string addresses)
    {
        const string Network = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-core/providers/Microsoft.Network";
        return Starter.Replace("  network: 10.1.0.0/16\n", $$"""
              resourceGroup: { name: rg-core, existing: true }
              network:
                existing: {{Network}}/virtualNetworks/vnet-core
                cidr: 10.1.0.0/16
                subnets:
                  app: { existing: {{Network}}/virtualNetworks/vnet-core/subnets/app, cidr: 10.1.1.0/24 }
                gatewaySubnet: { existing: {{Network}}/virtualNetworks/vnet-core/subnets/GatewaySubnet, cidr: 10.1.255.0/27 }
              gateway: { existing: {{Network}}/virtualNetworkGateways/vgw-core, {{addresses}} }

            """);
    }
}
