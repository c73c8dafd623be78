using System.Text.Json.Nodes;
using S2SVpn.Rehearsal.Tests.Clouds;
using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests;

/// <summary>What the program tells of a changed request.</summary>
public sealed class DiffTests : IDisposable
{
    private const string Starter = """
        name: shop
        owner: net@example.com
        aws: { region: eu-central-1, network: 10.2.0.0/16 }
        azure: { location: westeurope, network: 10.1.0.0/16 }
        access: [{ from: azure, to: aws, tcp: 443 }]
        """;

    private const string OneLink = """
        name: shop
        aws:
          frankfurt: { region: eu-central-1, network: 10.2.0.0/16 }
        azure:
          west: { location: westeurope, network: 10.1.0.0/16 }
        links:
          - { name: first, between: [frankfurt, west], slot: 0 }
        """;

    private static readonly string Larger = Starter.Replace("10.1.0.0/16 }", "10.1.0.0/16, gateway: { sku: VpnGw3AZ } }");

    private readonly ProgramRun _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task Diff_OfTheSameRequest_FindsNothing()
    {
        var run = await DiffAsync(Starter, Starter);

        Assert.Equal((0, "Nothing changes.\n"), (run.ExitCode, run.Output.ReplaceLineEndings("\n")));
    }

    [Fact]
    public async Task Diff_OfATag_TakesNoTunnelDown()
    {
        var run = await DiffAsync(Starter, Starter.Replace("net@", "ops@"));

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.StartsWith("No tunnel is down.", run.Output);
        Assert.Contains("By after.yaml:2 owner: net@example.com -> ops@example.com:", run.Output);
        Assert.Contains("  ~ azurerm_virtual_network_gateway shop-vgw", run.Output);
        Assert.DoesNotContain("to replace", run.Output);
    }

    [Fact]
    public async Task Diff_OfAKeyThatIsLeftOut_NamesItsLineInTheOldFile()
    {
        var run = await DiffAsync(Starter + "\nlink: { routing: static }", Starter);

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("By before.yaml:6 link.routing: static -> bgp", run.Output);
    }

    // The connections are in another state than their gateway: Terraform can't take them away before it.
    [Fact]
    public async Task Diff_OfAReplacedGatewayWithOneStackPerCloud_DestroysTheConnectionsFirst()
    {
        var perCloud = Starter + "\nterraform: { stacks: per-cloud }";
        var run = await DiffAsync(perCloud, perCloud.Replace("westeurope", "northeurope"));

        Assert.True(run.ExitCode == 2, run.Error);
        Assert.Contains("1. Destroy the stack shop-azure-connections: ", run.Output);
        Assert.Contains("Tunnels link 1.1, link 1.2, link 2.1, link 2.2 are removed.", run.Output);
        Assert.Contains("2. Apply the request itself. ", run.Output);
        Assert.Contains("Tunnels link 1.1, link 1.2, link 2.1, link 2.2 are new, up after", run.Output);
    }

    [Fact]
    public async Task Diff_OfARequestWithKeysFromVariables_NeedsNone()
    {
        var run = await DiffAsync(Starter + "\nlink: { keys: variables }", Starter.Replace("443", "8443") + "\nlink: { keys: variables }");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.StartsWith("No tunnel is down.", run.Output);
    }

    [Fact]
    public async Task Diff_OfTwoLines_TellsThemApart()
    {
        var run = await DiffAsync(Starter, Starter.Replace("443", "8443") + "\nlink: { tunnels: { dpd: { timeout: 60s } } }", "--format", "json");

        Assert.True(run.ExitCode == 0, run.Error);
        var changes = JsonNode.Parse(run.Output)!["forecast"]!["changes"]!.AsArray();
        Assert.All(changes, change => Assert.Contains(
            ((string)change!["type"]!).Contains("rule", StringComparison.Ordinal) ? "access[0].tcp" : "tunnels.dpd.timeout", Assert.Single(change["lines"]!.AsArray())!.GetValue<string>()));
        Assert.Contains(changes, change => (string)change!["type"]! == "aws_vpn_connection");
        Assert.Contains(changes, change => (string)change!["type"]! == "azurerm_network_security_rule");
    }

    [Fact]
    public async Task Diff_OfCrypto_TakesTheTunnelsOfAConnectionDownInTurn()
    {
        var run = await DiffAsync(Starter, Starter + "\nlink: { crypto: balanced }", "--format", "json");

        Assert.True(run.ExitCode == 0, run.Error);
        var tunnels = JsonNode.Parse(run.Output)!["forecast"]!["tunnels"]!.AsArray().ToDictionary(tunnel => (string)tunnel!["name"]!, tunnel => Assert.Single(tunnel!["down"]!.AsArray())!);
        Assert.Equal(["link 1.1", "link 1.2", "link 2.1", "link 2.2"], tunnels.Keys.Order());
        Assert.True((double)tunnels["link 1.1"]["from"]! < (double)tunnels["link 1.2"]["from"]!);
        Assert.True((double)tunnels["link 2.1"]["from"]! < (double)tunnels["link 2.2"]["from"]!);
        Assert.DoesNotContain(JsonNode.Parse(run.Output)!["forecast"]!["changes"]!.AsArray(), change => (string)change!["action"]! != "update");
    }

    [Fact]
    public async Task Diff_OfASizeInTheSameGeneration_TakesOneInstanceDownAfterTheOther()
    {
        var small = Starter.Replace("10.1.0.0/16 }", "10.1.0.0/16, gateway: { sku: VpnGw2AZ } }");
        var run = await DiffAsync(small, Larger);

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(
            """
            Tunnels link 1.1, link 1.2, link 2.1, link 2.2 are down for about 3 minutes, not all at once; nothing else is.

            minutes   0              5              10             15             20
            link 1.1  #########---------------------------------------------------  down 0-3
            link 1.2  #########---------------------------------------------------  down 0-3
            link 2.1  ------------------------------#########---------------------  down 10-13
            link 2.2  ------------------------------#########---------------------  down 10-13

            By after.yaml:4 azure.gateway.sku: VpnGw2AZ -> VpnGw3AZ:
              ~ azurerm_virtual_network_gateway shop-vgw
                  sku: VpnGw2AZ -> VpnGw3AZ

            0-20  update azurerm_virtual_network_gateway shop-vgw (estimate)

            1 to update; about 20 minutes in all.

            Hint: the traffic of a tunnel that is down moves to the others. With BGP that can take 30 s from AWS and 180 s from Azure (docs/routing.md).

            """.ReplaceLineEndings("\n"),
            run.Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Diff_OfASecondLink_TakesNoTunnelOfTheFirstDown()
    {
        var two = OneLink.Replace("network: 10.2.0.0/16 }", "network: 10.2.0.0/16 }\n  ireland: { region: eu-west-1, network: 10.3.0.0/16, gateway: { asn: 64513 } }")
            + "\n  - { name: second, between: [ireland, west], slot: 1 }";
        var run = await DiffAsync(OneLink, two, "--format", "json");

        Assert.True(run.ExitCode == 0, run.Error);
        var report = JsonNode.Parse(run.Output)!;
        Assert.StartsWith("No tunnel is down. Tunnels second 1.1, second 1.2, second 2.1, second 2.2 are new, up after about ", (string)report["head"]!);
        Assert.Equal(["second 1.1", "second 1.2", "second 2.1", "second 2.2"], report["forecast"]!["added"]!.AsArray().Select(tunnel => (string)tunnel!["name"]!));
        Assert.DoesNotContain(report["forecast"]!["changes"]!.AsArray(), change => (string)change!["action"]! is not ("create" or "update") || ((string)change["type"]!).Contains("connection", StringComparison.Ordinal) && (string)change["action"]! != "create");
    }

    [Fact]
    public async Task Diff_OfAnotherNameOfALink_HintsAtTheOldOne()
    {
        var run = await DiffAsync(OneLink, OneLink.Replace("name: first", "name: main"));

        Assert.Contains("Tunnels first 1.1, first 1.2, first 2.1, first 2.2 are removed.", run.Output);
        Assert.Contains("write name: first on it, and its tunnels stay.", run.Output);
    }

    [Fact]
    public async Task Diff_OfKeysThatMoveToAws_SaysThatTheyStay()
    {
        var moved = await DiffAsync(Starter, Starter + "\nlink: { keys: aws }");
        var back = await DiffAsync(Starter + "\nlink: { keys: aws }", Starter);

        Assert.StartsWith("No tunnel is down.", moved.Output);
        Assert.Contains("Hint: the link keeps the keys that it has: AWS makes keys for new connections only.", moved.Output);
        Assert.DoesNotContain("Hint", back.Output);
    }

    [Fact]
    public async Task Diff_OfKeysThatMoveToANewConnectionOfAws_PromisesNothing()
    {
        var run = await DiffAsync(Starter, Starter + "\nlink: { keys: aws, slot: 3 }");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("-/+ aws_vpn_connection", run.Output.Replace("+/-", "-/+"));
        Assert.DoesNotContain("Hint", run.Output);
    }

    [Fact]
    public async Task Diff_OfAProtectedGatewayThatIsReplaced_ShowsStepsThatApply()
    {
        const string Protected = "\nterraform: { protect: true }\n";
        var run = await DiffAsync(Starter + Protected, Larger + Protected, "--write-steps", "steps");

        Assert.Equal(2, run.ExitCode);
        Assert.Matches("^This can't be applied at once: it destroys azurerm_virtual_network_gateway[^ ]+, and its lifecycle.prevent_destroy forbids that \\('terraform.protect' in a request\\)\\.", run.Output);
        Assert.Contains("1. Switch the protection off. No tunnel is down.", run.Output);
        Assert.Contains("2. Make the change without protection. The link is down for about ", run.Output);
        Assert.Contains("3. Apply the request itself. No tunnel is down.", run.Output);
        string[] way = ["before.yaml", Path.Combine("steps", "step-1.yaml"), Path.Combine("steps", "step-2.yaml"), "after.yaml"];
        foreach (var (from, to) in way.Zip(way.Skip(1)))
        {
            var step = await _program.RunAsync("diff", from, to);
            Assert.True(step.ExitCode == 0, $"{from} to {to}:\n{step.Output}{step.Error}");
        }
    }

    [Fact]
    public async Task Diff_OfAPlanOfTerraforms_TellsWhatIsDown()
    {
        await using var bench = await Workbench.StartAsync(Local(Workbench.Starter));
        await bench.ApplyAsync();
        bench.Write(Local(Workbench.Starter).Replace("\"tunnel2_startup_action\":\"start\"", "\"tunnel2_startup_action\":\"add\""));
        await bench.SucceedAsync("plan", "-out=plan");
        _program.Write("plan.json", (await bench.SucceedAsync("show", "-json", "plan")).Output);

        var text = await _program.RunAsync("diff", "--plan", "plan.json");
        var markdown = await _program.RunAsync("diff", "--plan", "plan.json", "--format", "markdown");

        Assert.True(text.ExitCode == 0, text.Error);
        Assert.StartsWith("Tunnels link 1.2, link 2.2 are down for about 4 minutes; nothing else is.\n", text.Output.ReplaceLineEndings("\n"));
        Assert.StartsWith("**Tunnels link 1.2, link 2.2 are down for about 4 minutes; nothing else is.**\n\n```\nminutes ", markdown.Output.ReplaceLineEndings("\n"));
    }

    private async Task<Command> DiffAsync(string before, string after, params string[] arguments)
    {
        Workbench.FindTerraform();
        _program.Write("before.yaml", before);
        _program.Write("after.yaml", after);
        return await _program.RunAsync(["diff", "before.yaml", "after.yaml", .. arguments]);
    }

    private static string Local(string configuration)
    {
        var json = JsonNode.Parse(configuration)!;
        json["terraform"]!["backend"] = new JsonObject { ["local"] = new JsonObject { ["path"] = "terraform.tfstate" } };
        return json.ToJsonString();
    }
}
