using System.Text.Json.Nodes;
using S2SVpn.App.Commands;
using S2SVpn.App.Tests.Verifying;
using S2SVpn.App.Verifying;
using S2SVpn.Design.Planning;
using S2SVpn.Rehearsal.Lab.Expectations;
using S2SVpn.Rehearsal.Tests.Clouds;
using S2SVpn.Rehearsal.Tests.Lab;

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
        Fake("aws", "case \"$1 $2\" in 'sts get-caller-identity') echo '{\"Account\": \"111122223333\", \"Arn\": \"arn:aws:iam::111122223333:user/net\"}';; 'ec2 describe-customer-gateways') echo 0;; *) echo '[]';; esac");
        Fake("az", "case \"$1\" in account) echo '{\"id\": \"0\"}';; provider) echo '\"Registered\"';; network) echo '[{\"used\": \"3\", \"limit\": 20}]';; *) echo false;; esac");
        Assert.Contains("Both clouds have what the plan says", await DoAsync("verify", "--before"), StringComparison.Ordinal);
        Assert.Contains("cdk.tf.json", await DoAsync(), StringComparison.Ordinal);

        _ = await DoAsync("offline", "--store", "clouds.json", "--", terraform, $"-chdir={Stack}", "init");
        _ = await DoAsync("offline", "--store", "clouds.json", "--", terraform, $"-chdir={Stack}", "apply", "-auto-approve");

        // Both clouds tell of what was applied, by programs as 'aws' and 'az' are.
        var state = await File.ReadAllTextAsync(_program[Stack, "terraform.shop-dev.tfstate"], TestContext.Current.CancellationToken);
        await RecordAsync(state);
        Assert.Contains("Both clouds have what the plan says", await DoAsync("verify"), StringComparison.Ordinal);

        // Somebody changes a key in Azure.
        var edits = new StateEdits(state).Set("azurerm_virtual_network_gateway_connection", "connection-2-1", "shared_key", "anotherKeyThanThatOfTheOtherEnd1");
        await RecordAsync(edits.ToString());
        var verified = await _program.RunAsync(["verify", "--format", "json"], Path);
        Assert.True(verified.ExitCode == 1 && verified.Output.Length > 0, verified.Error);
        var off = JsonNode.Parse(verified.Output)!["checks"]!.AsArray().Where(check => !(bool)check!["passed"]!).Select(check => $"{check!["group"]} {check["name"]}");
        Assert.Equal(["tunnels link 2.1, AWS", "tunnels link 2.1, Azure", "bgp link 2.1"], off);

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

    // What 'verify' asks, and what the clouds answer of that state, for programs that find each answer by their arguments.
    private async Task RecordAsync(string state)
    {
        var plan = ConnectivityPlan.CreateUnchecked(CheckedRequest.Read(_program["s2svpn.yaml"]).Document!.Request);
        var clouds = new SimulatedClis([state], LabDesign.From(plan));
        _ = await VerifyCommand.CheckAsync(plan, new DeployedOutputs(clouds.Outputs), clouds, TestContext.Current.CancellationToken);
        Directory.CreateDirectory(_program["answers"]);
        foreach (var (call, index) in clouds.Calls.Select((call, index) => (call, index)))
        {
            _program.Write($"answers/{call.Program}-{index}.asked", string.Concat(call.Arguments.Select(argument => $"{argument}\n")));
            _program.Write($"answers/{call.Program}-{index}.json", call.Answer?.ToJsonString() ?? "null");
        }

        foreach (var name in new[] { "aws", "az" })
        {
            Fake(name, $"printf '%s\\n' \"$@\" > '{_program["asked"]}'\nfor file in '{_program["answers"]}'/{name}-*.asked; do cmp -s \"$file\" '{_program["asked"]}' && exec cat \"${{file%.asked}}.json\"; done\necho \"unknown: $*\" >&2; exit 1");
        }
    }

    private void Fake(string name, string script)
    {
        File.Delete(_program[name]);
        _program.Write(name, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_program[name], UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }
}
