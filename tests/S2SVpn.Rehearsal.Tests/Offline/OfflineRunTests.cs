using System.Globalization;
using S2SVpn.Rehearsal.Tests.Clouds;
using S2SVpn.Tests.Support;

namespace S2SVpn.Rehearsal.Tests.Offline;

public sealed class OfflineRunTests : IDisposable
{
    private const string Network = """
        terraform {
          required_providers {
            aws = { source = "hashicorp/aws", version = ">= 6.25, < 7" }
          }
        }
        provider "aws" {
          region = "eu-central-1"
        }
        resource "aws_vpc" "main" {
          cidr_block = "10.2.0.0/16"
        }
        """;

    private readonly OfflineFolder _folder = new();
    private readonly OfflineFolder _stored = new() { Store = "store.json" };

    public void Dispose()
    {
        _folder.Dispose();
        _stored.Dispose();
    }

    [Fact]
    public async Task Run_OfSeveralCommands_GivesTheirOutputAndExitCode()
    {
        var terraform = Configured(_folder);
        var init = await _folder.RunAsync(terraform, "init");
        var apply = await _folder.RunAsync(terraform, "apply", "-auto-approve", "-no-color");
        // The clouds of the first run are gone; what its state tells is taken to exist.
        var plan = await _folder.RunAsync(terraform, "plan", "-detailed-exitcode");
        var wrong = await _folder.RunAsync(terraform, "plan", "-destroy", "-detailed-exitcode");

        Assert.True(init.ExitCode == 0, init.Error);
        Assert.StartsWith("Simulated clouds: nothing real is touched.", apply.Error);
        Assert.Contains("Apply complete! Resources: 1 added", apply.Output);
        Assert.True(plan.ExitCode == 0, plan.Output + plan.Error);
        Assert.Equal(2, wrong.ExitCode);
    }

    [Fact]
    public async Task Run_WithAStore_KeepsTheCloudsAndSeesWhatChangedInThem()
    {
        var terraform = Configured(_stored);
        var store = _stored["store.json"];
        await _stored.RunAsync(terraform, "init");
        await _stored.RunAsync(terraform, "apply", "-auto-approve");
        var same = await _stored.RunAsync(terraform, "plan", "-detailed-exitcode");
        File.WriteAllText(store, File.ReadAllText(store).Replace("10.2.0.0/16", "10.3.0.0/16", StringComparison.Ordinal));
        var drift = await _stored.RunAsync(terraform, "plan", "-detailed-exitcode", "-no-color");

        Assert.True(same.ExitCode == 0, same.Output + same.Error);
        Assert.Equal(2, drift.ExitCode);
        Assert.Contains("\"10.3.0.0/16\" -> \"10.2.0.0/16\" # forces replacement", drift.Output);
        Assert.False(File.Exists($"{store}.lock"));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(store));
        }
    }

    [Fact]
    public async Task Run_SentSigint_PassesItOnAndEndsAsTheCommandDoes()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals that one process can send another.");
        using var offline = _folder.Start("sh", "-c", "trap 'echo caught; exit 7' INT; echo ready; while :; do sleep 0.1; done");
        Assert.Equal("ready", await offline.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        await Command.RunAsync("kill", ["-INT", offline.Id.ToString(CultureInfo.InvariantCulture)], _folder.Path);
        await offline.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal("caught", await offline.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        Assert.Equal(7, offline.ExitCode);
    }

    [Fact]
    public async Task Run_LeavesNoSocketBehind()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "On Windows there is no socket file.");
        Assert.Equal(0, (await _folder.RunAsync("sh", "-c", "test -n \"$TF_REATTACH_PROVIDERS\" && test -n \"$(ls $TMPDIR)\"")).ExitCode);

        Assert.Empty(Directory.GetFileSystemEntries(_folder["tmp"]));
    }

    [Fact]
    public async Task Run_OfWhatIsNotThere_SaysSo()
    {
        var run = await _folder.RunAsync("no-such-program");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("There is no program 'no-such-program' in PATH.", run.Error.Trim());
    }

    [Theory]
    [InlineData("aws_vpnconnection create fails", "aws_vpn_connection")]
    [InlineData("azurerm_vnet create fails", "azurerm_")]
    public async Task Run_WithAFaultOfATypeThatIsNotSimulated_NamesTheNearest(string fault, string near)
    {
        using var folder = new OfflineFolder { Faults = fault };
        var run = await folder.RunAsync("true");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"No simulated cloud has the resource type '{fault.Split(' ')[0]}'", run.Error);
        Assert.Contains(near, run.Error.Split("nearest are")[1]);
    }

    [Fact]
    public async Task Run_WithAFaultThatIsNone_SaysHowToWriteOne()
    {
        using var folder = new OfflineFolder { Faults = "aws_vpc explodes" };
        var run = await folder.RunAsync("true");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("'aws_vpc explodes' is not a valid fault", run.Error);
        Assert.Contains("aws_vpn_connection create fails 1", run.Error);
    }

    [Fact]
    public async Task Run_WithAStoreThatIsNone_SaysWhich()
    {
        File.WriteAllText(_stored["store.json"], "[]");

        var run = await _stored.RunAsync("true");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("store.json is not a store of simulated clouds", run.Error);
    }

    private static string Configured(OfflineFolder folder)
    {
        var terraform = Workbench.FindTerraform();
        File.WriteAllText(folder["main.tf"], Network);
        return terraform;
    }
}
