using System.Text.Json.Nodes;
using S2SVpn.Rehearsal.Tests.Clouds;

namespace S2SVpn.App.Tests;

/// <summary>A person's way from nothing to a deployed VPN and its first change, in one folder, against simulated clouds.</summary>
public sealed class JourneyTests : IDisposable
{
    private const string Stack = "cdktf.out/stacks/shop-dev";

    private readonly ProgramRun _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task Journey_FromInitToTheReportOfAChange_NeedsNothingElse()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The fake programs are shell scripts.");
        var terraform = Workbench.FindTerraform();

        Assert.Contains("Wrote s2svpn.yaml", await DoAsync("init", "--yes"), StringComparison.Ordinal);
        Assert.Contains("s2svpn.yaml is good", await DoAsync("check"), StringComparison.Ordinal);
        Assert.Contains("How a packet travels", await DoAsync("explain"), StringComparison.Ordinal);
        Assert.Contains("a month", await DoAsync("estimate"), StringComparison.Ordinal);
        Fake("aws", "case \"$1 $2\" in 'sts get-caller-identity') echo '{\"Account\": \"111122223333\"}';; 'ec2 describe-customer-gateways') echo 0;; *) echo '[]';; esac");
        Fake("az", "case \"$1\" in account) echo '{\"id\": \"0\"}';; provider) echo '\"Registered\"';; *) echo false;; esac");
        Assert.Contains("Both clouds have what the plan says", await DoAsync("verify", "--before"), StringComparison.Ordinal);
        Assert.Contains("cdk.tf.json", await DoAsync(), StringComparison.Ordinal);

        _ = await DoAsync("offline", "--store", "clouds.json", "--", terraform, $"-chdir={Stack}", "init");
        _ = await DoAsync("offline", "--store", "clouds.json", "--", terraform, $"-chdir={Stack}", "apply", "-auto-approve");

        // The fake clouds know nothing of what was applied, so that all of it is named.
        var verified = await _program.RunAsync(["verify", "--format", "json"], Path);
        Assert.True(verified.ExitCode == 1 && verified.Output.Length > 0, verified.Error);
        var tunnels = JsonNode.Parse(verified.Output)!["checks"]!.AsArray().Where(check => (string?)check!["group"] == "tunnels").ToList();
        Assert.Equal(8, tunnels.Count);
        Assert.All(tunnels, tunnel => Assert.False((bool)tunnel!["passed"]!));

        _program.Write("larger.yaml", (await File.ReadAllTextAsync(_program["s2svpn.yaml"], TestContext.Current.CancellationToken)).Replace("environment: dev", "environment: dev\nowner: net@example.com", StringComparison.Ordinal));
        _program.Write("change.json", await DoAsync("diff", "s2svpn.yaml", "larger.yaml", "--format", "json"));
        _ = await DoAsync("report", "larger.yaml", "--change", "change.json", "-o", "page.html");
        Assert.Contains("Forecast of the change", await File.ReadAllTextAsync(_program["page.html"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private Dictionary<string, string?> Path => new() { ["PATH"] = $"{_program["."]}:{Environment.GetEnvironmentVariable("PATH")}" };

    private async Task<string> DoAsync(params string[] arguments)
    {
        var run = await _program.RunAsync(arguments, Path);
        Assert.True(run.ExitCode == 0, $"s2svpn {string.Join(' ', arguments)} ended with {run.ExitCode}: {run.Error}{run.Output}");
        return run.Output;
    }

    private void Fake(string name, string script)
    {
        _program.Write(name, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_program[name], UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }
}
