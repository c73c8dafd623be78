using S2SVpn.Rehearsal.Tests.Clouds;
using S2SVpn.Tests.Support;

namespace S2SVpn.Rehearsal.Tests.Offline;

/// <summary>The cdktf command line that the repository pins, against simulated clouds.</summary>
public sealed class CdktfTests : IDisposable
{
    // What the program that cdktf.json names does, with what the starter is known to become.
    private const string Synth = """
        import { cpSync, mkdirSync, writeFileSync } from "node:fs";
        mkdirSync("cdktf.out/stacks/shop-dev", { recursive: true });
        cpSync("starter.json", "cdktf.out/stacks/shop-dev/cdk.tf.json");
        writeFileSync("cdktf.out/manifest.json", JSON.stringify({ version: "0.21.0", stacks: { "shop-dev": {
          name: "shop-dev", constructPath: "shop-dev", synthesizedStackPath: "stacks/shop-dev/cdk.tf.json",
          workingDirectory: "stacks/shop-dev", annotations: [], dependencies: [] } } }));
        """;

    private readonly OfflineFolder _folder = new() { Store = "store.json" };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Cdktf_FromSynthToDestroy_WorksAsWithRealClouds()
    {
        Workbench.FindTerraform();
        await PrepareAsync();

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

    private async Task PrepareAsync()
    {
        var node = Command.Find("node");
        Assert.SkipWhen(node is null && !IsCI, "Needs Node.js in PATH.");
        // Gets the command line from npm where this is the first time.
        var version = await Command.RunAsync(node!, [Cli, "--version"], Repository.Root);
        Assert.SkipWhen(version.ExitCode != 0 && !IsCI, $"cdktf-cli is not there and can't be had from npm: {version.Error}");
        Assert.Equal("0.21.0", version.Output.Trim().Split('\n')[^1]);

        File.WriteAllText(_folder["synth.mjs"], Synth);
        File.WriteAllText(_folder["starter.json"], Workbench.Starter);
        File.WriteAllText(_folder["cdktf.json"], """{ "language": "csharp", "app": "node synth.mjs", "projectId": "s2svpn", "sendCrashReports": "false" }""");
    }

    private async Task<Command> CdktfAsync(params string[] arguments)
    {
        var run = await _folder.RunAsync(["node", Cli, .. arguments]);
        Assert.True(run.ExitCode == 0, $"cdktf {string.Join(' ', arguments)} ended with {run.ExitCode}:\n{run.Output}\n{run.Error}");
        return run;
    }

    private static string Cli => Repository.File("bindings", "cdktf.mjs");

    private static bool IsCI => Environment.GetEnvironmentVariable("CI") is "true" or "1";
}
