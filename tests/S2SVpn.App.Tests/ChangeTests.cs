using System.Text.Json.Nodes;
using S2SVpn.Constructs.Tests;
using S2SVpn.Design.Planning;
using S2SVpn.Rehearsal.Tests.Clouds;
using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests;

/// <summary>A deployed request that changes: Terraform does what the diff of the two plans foretells, and no more.</summary>
public sealed class ChangeTests
{
    private const string OneLink = """
        name: shop
        aws:
          frankfurt: { region: eu-central-1, network: 10.2.0.0/16 }
        azure:
          west: { location: westeurope, network: 10.1.0.0/16 }
        links:
          - { name: first, between: [frankfurt, west], slot: 0 }
        """;

    private const string Starter = """
        name: shop
        aws: { region: eu-central-1, network: 10.2.0.0/16 }
        azure: { location: westeurope, network: 10.1.0.0/16 }
        access: [{ from: azure, to: aws, tcp: 443 }]
        """;

    private static readonly string TwoLinks = OneLink
        .Replace("network: 10.2.0.0/16 }", "network: 10.2.0.0/16 }\n  ireland: { region: eu-west-1, network: 10.3.0.0/16, gateway: { asn: 64513 } }")
        + "\n  - { name: second, between: [ireland, west], slot: 1 }";

    private static readonly Dictionary<string, (string Before, string After)> Cases = new()
    {
        ["a larger gateway"] = (Starter, Starter.Replace("10.1.0.0/16 }", "10.1.0.0/16, gateway: { sku: VpnGw3AZ } }")),
        ["another number of AWS"] = (Starter, Starter.Replace("10.2.0.0/16 }", "10.2.0.0/16, gateway: { asn: 64600 } }")),
        ["another number of Azure"] = (Starter, Starter.Replace("10.1.0.0/16 }", "10.1.0.0/16, gateway: { asn: 65010 } }")),
        ["other crypto"] = (Starter, Starter + "\nlink: { crypto: balanced }"),
        ["static routes"] = (Starter, Starter + "\nlink: { routing: static }"),
        ["another slot"] = (Starter + "\nlink: { slot: 0 }", Starter + "\nlink: { slot: 3 }"),
        ["a longer time to wait for peers"] = (Starter, Starter + "\nlink: { tunnels: { dpd: { timeout: 60s } } }"),
        ["one instance"] = (Starter + "\nlink: { routing: static }", Starter.Replace("10.1.0.0/16 }", "10.1.0.0/16, gateway: { activeActive: false } }") + "\nlink: { routing: static }"),
        ["a transit gateway"] = (Starter, Starter.Replace("10.2.0.0/16 }", "10.2.0.0/16, gateway: transit }")),
        ["another name"] = (Starter, Starter.Replace("name: shop", "name: store")),
        ["another access"] = (Starter, Starter.Replace("443", "8443")),
        ["a second link"] = (OneLink, TwoLinks),
        ["one link and its site less"] = (TwoLinks, OneLink),
    };

    public static TheoryData<string> Names { get; } = [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Change_OfADeployedRequest_DoesWhatTheDiffForetells(string name)
    {
        var (before, after) = Cases[name];
        var (foretold, planned) = await ChangeAsync(before, after);

        Assert.Equal(foretold, planned);
    }

    [Fact]
    public async Task SecondLink_TouchesNoTunnelOfTheFirst()
    {
        var (_, planned) = await ChangeAsync(OneLink, TwoLinks);

        Assert.DoesNotContain(planned, change => change.Kind is ChangeKind.Replace or ChangeKind.Destroy);
        // The Azure gateway gets further BGP addresses, and stays up.
        Assert.Equal(["azurerm_virtual_network_gateway"], planned.Where(change => change.Kind == ChangeKind.Update).Select(change => change.Type));
    }

    private static async Task<(IReadOnlyList<ForetoldChange> Foretold, IReadOnlyList<ForetoldChange> Planned)> ChangeAsync(string before, string after)
    {
        using var folder = new TemporaryFolder();
        var (old, young) = (Synthesis.Plan(before), Synthesis.Plan(after));
        await using var bench = await Workbench.StartAsync(Local(Synthesis.Synthesize(old, folder["before"])));
        await bench.ApplyAsync();
        bench.Write(Local(Synthesis.Synthesize(young, folder["after"])));
        await bench.SucceedAsync("plan", "-out=plan");
        var shown = JsonNode.Parse((await bench.SucceedAsync("show", "-json", "plan")).Output)!;
        return (ForetoldChange.Of(PlanDiff.Between(old, young)), ForetoldChange.Of(shown));
    }

    // A request of another name keeps its state in another file, which whoever renames it moves.
    private static string Local(string configuration)
    {
        var json = JsonNode.Parse(configuration)!;
        json["terraform"]!["backend"] = new JsonObject { ["local"] = new JsonObject { ["path"] = "terraform.tfstate" } };
        return json.ToJsonString();
    }
}
