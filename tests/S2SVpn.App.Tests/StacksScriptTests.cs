using System.Text.Json.Nodes;
using S2SVpn.Rehearsal.Tests.Clouds;
using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests;

/// <summary>The script that the workflows call, against the simulated clouds.</summary>
public sealed class StacksScriptTests : IDisposable
{
    private const string Manifest = """
        {
          "stacks": {
            "second": { "name": "second", "dependencies": ["first"], "workingDirectory": "stacks/second" },
            "first": { "name": "first", "dependencies": [], "workingDirectory": "stacks/first" }
          }
        }
        """;

    private const string Random = """
        {
          "terraform": { "required_providers": { "random": { "source": "hashicorp/random" } } },
          "resource": { "random_password": { "key": { "length": LENGTH, "special": false } } }
        }
        """;

    private readonly TemporaryFolder _folder = new();

    public StacksScriptTests()
    {
        Directory.CreateDirectory(_folder["cdktf.out"]);
        File.WriteAllText(_folder["cdktf.out", "manifest.json"], Manifest);
        Write("first", 20);
        Write("second", 24);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Plan_NewStacks_ExitsWithTwoAndWritesAReport()
    {
        await using var bench = await StartAsync();

        var plan = await RunAsync(bench, "plan");

        Assert.True(plan.ExitCode == 2, plan.Error);
        var report = await File.ReadAllTextAsync(_folder["plans", "plan.md"], TestContext.Current.CancellationToken);
        Assert.True(report.IndexOf("### first: changes", StringComparison.Ordinal) < report.IndexOf("### second: changes", StringComparison.Ordinal));
        Assert.Contains("random_password.key will be created", report);
        Assert.StartsWith("## Terraform plan\n\n**There is no tunnel in it.**\n", report);
        Assert.Contains("2 to create", report);
        Assert.Empty(Directory.GetFiles(_folder["plans"], "*.json"));
    }

    [Fact]
    public async Task Plan_OfAnInterruptingChange_SaysFirstWhatIsDown()
    {
        await using var bench = await StartAsync();
        Directory.Delete(_folder["cdktf.out", "stacks", "second"], recursive: true);
        File.WriteAllText(_folder["cdktf.out", "manifest.json"], """{ "stacks": { "first": { "name": "first", "dependencies": [], "workingDirectory": "stacks/first" } } }""");
        WriteStarter(_ => { });
        await RunAsync(bench, "plan");
        await RunAsync(bench, "apply");
        WriteStarter(root => root["resource"]!["aws_vpn_connection"]!.AsObject().First().Value!["tunnel1_phase1_lifetime_seconds"] = 14400);

        var plan = await RunAsync(bench, "plan");

        Assert.True(plan.ExitCode == 2, plan.Error);
        Assert.StartsWith(
            "## Terraform plan\n\n**Tunnel link 1.1 is down for about 4 minutes; nothing else is.**\n",
            await File.ReadAllTextAsync(_folder["plans", "plan.md"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Plan_WhereTheForecastFails_StillReportsThePlan()
    {
        await using var bench = await StartAsync();

        var plan = await Command.RunAsync(
            "node", [Repository.File(".github", "scripts", "stacks.mjs"), "plan", "plans"], _folder.Path, new Dictionary<string, string?>(bench.Environment) { ["S2SVPN"] = "no-such-program" });

        Assert.Equal(2, plan.ExitCode);
        Assert.Contains("no-such-program", plan.Error);
        Assert.Contains("### first: changes", await File.ReadAllTextAsync(_folder["plans", "plan.md"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Apply_WhatWasPlanned_LeavesNothingToChange()
    {
        await using var bench = await StartAsync();
        await RunAsync(bench, "plan");

        var apply = await RunAsync(bench, "apply");
        var again = await RunAsync(bench, "plan");

        Assert.True(apply.ExitCode == 0, apply.Error);
        Assert.True(apply.Output.IndexOf("Apply complete", StringComparison.Ordinal) < apply.Output.LastIndexOf("Apply complete", StringComparison.Ordinal));
        Assert.True(again.ExitCode == 0, again.Error);
        Assert.Contains("### second: no changes", await File.ReadAllTextAsync(_folder["plans", "plan.md"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Apply_ChangedSincePlanned_AppliesThePlanAndNotTheChange()
    {
        await using var bench = await StartAsync();
        await RunAsync(bench, "plan");
        Write("first", 40);

        await RunAsync(bench, "apply");

        Assert.Contains("\"length\": 20", await File.ReadAllTextAsync(_folder["cdktf.out", "stacks", "first", "terraform.tfstate"], TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("second", "### first: ", "1 other stack is as before, and not planned.")]
    [InlineData("first", "as before, and not planned", "### second: no changes")]
    public async Task Plan_SinceAnEarlierSynth_PlansWhatChangedAndWhatReadsIt(string changed, string absent, string present)
    {
        await using var bench = await StartAsync();
        await RunAsync(bench, "plan");
        await RunAsync(bench, "apply");
        Copy(_folder["cdktf.out", "stacks"], _folder["earlier", "stacks"]);
        Write(changed, 30);

        var plan = await RunAsync(bench, "plan", "--since", "earlier");
        var apply = await RunAsync(bench, "apply");

        Assert.True(plan.ExitCode == 2, plan.Error);
        var report = await File.ReadAllTextAsync(_folder["plans", "plan.md"], TestContext.Current.CancellationToken);
        Assert.Contains($"### {changed}: changes", report);
        Assert.Contains(present, report);
        Assert.DoesNotContain(absent, report);
        Assert.True(apply.ExitCode == 0, apply.Error);
        Assert.Contains("\"length\": 30", await File.ReadAllTextAsync(_folder["cdktf.out", "stacks", changed, "terraform.tfstate"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Apply_WhereTheFirstFails_LeavesTheSecond()
    {
        await using var bench = await StartAsync();
        await RunAsync(bench, "plan");
        File.WriteAllText(_folder["plans", "first.tfplan"], "no plan");

        var apply = await RunAsync(bench, "apply");

        Assert.Equal(1, apply.ExitCode);
        Assert.False(File.Exists(_folder["cdktf.out", "stacks", "second", "terraform.tfstate"]));
    }

    [Fact]
    public async Task Apply_WithoutPlan_AppliesNothing()
    {
        await using var bench = await StartAsync();

        var apply = await RunAsync(bench, "apply");

        Assert.Equal(1, apply.ExitCode);
        Assert.Contains("There is no plan of the stack first", apply.Error);
    }

    [Fact]
    public async Task Plan_BrokenConfiguration_ExitsWithOne()
    {
        await using var bench = await StartAsync();
        File.WriteAllText(_folder["cdktf.out", "stacks", "first", "cdk.tf.json"], Random.Replace("\"length\": LENGTH", "\"lenght\": 20"));

        var plan = await RunAsync(bench, "plan");

        Assert.Equal(1, plan.ExitCode);
        Assert.False(File.Exists(_folder["plans", "plan.md"]));
    }

    private static Task<Workbench> StartAsync() => Workbench.StartAsync("{}");

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "cdk.tf.json", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private Task<Command> RunAsync(Workbench bench, string action, params string[] more) =>
        Command.RunAsync("node", [Repository.File(".github", "scripts", "stacks.mjs"), action, "plans", .. more], _folder.Path, new Dictionary<string, string?>(bench.Environment) { ["S2SVPN"] = $"{Command.Dotnet} {Path.Combine(AppContext.BaseDirectory, "S2SVpn.App.dll")}" });

    private void WriteStarter(Action<JsonNode> change)
    {
        var root = JsonNode.Parse(Workbench.Starter)!;
        root["terraform"]!["backend"] = new JsonObject { ["local"] = new JsonObject { ["path"] = "terraform.tfstate" } };
        change(root);
        File.WriteAllText(_folder["cdktf.out", "stacks", "first", "cdk.tf.json"], root.ToJsonString());
    }

    private void Write(string stack, int length)
    {
        Directory.CreateDirectory(_folder["cdktf.out", "stacks", stack]);
        File.WriteAllText(_folder["cdktf.out", "stacks", stack, "cdk.tf.json"], Random.Replace("LENGTH", $"{length}"));
    }
}
