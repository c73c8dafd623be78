using System.Text.Json.Nodes;
using S2SVpn.Rehearsal.Tests.Clouds;
using S2SVpn.Rehearsal.Tests.Examples;
using S2SVpn.Tests.Support;

namespace S2SVpn.Rehearsal.Tests.Offline;

/// <summary>The command line that the repository pins, cdktf or cdktn, against simulated clouds.</summary>
public sealed class CdktfTests : IDisposable
{
    // What the program that cdktf.json names does, with what is known to come of it.
    private const string Synth = """
        import { cpSync } from "node:fs";
        cpSync("synthesized", "cdktf.out", { recursive: true });
        """;

    private readonly OfflineFolder _folder = new() { Store = "store.json" };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Cdktf_FromSynthToDestroy_WorksAsWithRealClouds()
    {
        Workbench.FindTerraform();
        await PrepareAsync(new ExampleStack("shop-dev", JsonNode.Parse(Workbench.Starter)!.AsObject()));

        await CdktfAsync("synth");
        var before = await CdktfAsync("diff");
        var deploy = await CdktfAsync("deploy", "--auto-approve");
        var after = await CdktfAsync("diff");
        var output = await CdktfAsync("output");
        var stored = new FileInfo(_folder["store.json"]).Length;
        await CdktfAsync("destroy", "--auto-approve");

        Assert.Contains($"Plan: {Workbench.StarterTypes.Count} to add, 0 to change, 0 to destroy.", before.Output);
        Assert.Contains($"Apply complete! Resources: {Workbench.StarterTypes.Count} added, 0 changed, 0 destroyed.", deploy.Output);
        Assert.Contains("No changes. Your infrastructure matches the configuration.", after.Output);
        Assert.Matches(@"azure_gateway_public_ips = \{\s+""azure"": \[\s+""198\.1[89]\.", output.Output);
        Assert.Contains("preshared_keys = <sensitive>", output.Output);
        Assert.True(stored > 10_000);
        Assert.Equal("{}", File.ReadAllText(_folder["store.json"]));
    }

    [Fact]
    public async Task Cdktf_WithOneStackACloud_AppliesThemInTheirOrder()
    {
        Workbench.FindTerraform();
        var example = Example.Read("split-stacks");
        await PrepareAsync([.. example.Stacks]);
        string[] names = [.. example.Stacks.Select(stack => stack.Name)];

        var listed = await CdktfAsync("list");
        await CdktfAsync(["deploy", "--auto-approve", .. names]);
        var stored = new FileInfo(_folder["store.json"]).Length;
        foreach (var name in names)
        {
            Assert.Contains(name, listed.Output);
            Assert.Contains("No changes. Your infrastructure matches the configuration.", (await CdktfAsync("diff", name)).Output);
        }

        // The example protects its gateways.
        await PrepareAsync([.. example.Stacks.Select(stack => stack with { Json = JsonNode.Parse(stack.Unprotected())!.AsObject() })]);
        await CdktfAsync(["destroy", "--auto-approve", .. names]);

        Assert.True(stored > 10_000);
        Assert.Equal("{}", File.ReadAllText(_folder["store.json"]));
    }

    // Each stack needs those before it.
    private async Task PrepareAsync(params ExampleStack[] stacks)
    {
        var node = Command.Find("node");
        Assert.SkipWhen(node is null && !IsCI, "Needs Node.js in PATH.");
        // Gets the command line from npm where this is the first time.
        var version = await Command.RunAsync(node!, [Cli, "--version"], Repository.Root);
        Assert.SkipWhen(version.ExitCode != 0 && !IsCI, $"{Flavour.Core}-cli is not there and can't be had from npm: {version.Error}");
        Assert.Contains(Flavour.Version, version.Output.Split('\n'));

        File.WriteAllText(_folder["synth.mjs"], Synth);
        foreach (var stack in stacks)
        {
            Directory.CreateDirectory(_folder["synthesized", "stacks", stack.Name]);
            File.WriteAllText(_folder["synthesized", "stacks", stack.Name, "cdk.tf.json"], stack.Json.ToJsonString());
        }

        File.WriteAllText(_folder["synthesized", "manifest.json"], Manifest(stacks).ToJsonString());
        File.WriteAllText(_folder["cdktf.json"], """{ "language": "csharp", "app": "node synth.mjs", "projectId": "s2svpn", "sendCrashReports": "false" }""");
    }

    private static JsonObject Manifest(ExampleStack[] stacks) => new()
    {
        ["version"] = Flavour.Version,
        ["stacks"] = new JsonObject(stacks.Select((stack, index) => KeyValuePair.Create(stack.Name, (JsonNode?)new JsonObject
        {
            ["name"] = stack.Name,
            ["constructPath"] = stack.Name,
            ["synthesizedStackPath"] = $"stacks/{stack.Name}/cdk.tf.json",
            ["workingDirectory"] = $"stacks/{stack.Name}",
            ["annotations"] = new JsonArray(),
            ["dependencies"] = new JsonArray([.. stacks.Take(index).Select(before => (JsonNode?)before.Name)]),
        }))),
    };

    private async Task<Command> CdktfAsync(params string[] arguments)
    {
        var run = await _folder.RunAsync(["node", Cli, .. arguments]);
        Assert.True(run.ExitCode == 0, $"{Flavour.Core} {string.Join(' ', arguments)} ended with {run.ExitCode}:\n{run.Output}\n{run.Error}");
        return run;
    }

    private static string Cli => Repository.File("bindings", $"{Flavour.Core}.mjs");

    private static bool IsCI => Environment.GetEnvironmentVariable("CI") is "true" or "1";
}
