using System.Diagnostics;
using System.Globalization;
using S2SVpn.Rehearsal.Offline;
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

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_OfSeveralCommands_GivesTheirOutputAndExitCode()
    {
        var terraform = Configured();
        var init = await OfflineAsync("-", "-", "-", terraform, "init");
        var apply = await OfflineAsync("-", "-", "-", terraform, "apply", "-auto-approve", "-no-color");
        // The clouds of the first run are gone; what its state tells is taken to exist.
        var plan = await OfflineAsync("-", "-", "-", terraform, "plan", "-detailed-exitcode");
        var wrong = await OfflineAsync("-", "-", "-", terraform, "plan", "-destroy", "-detailed-exitcode");

        Assert.True(init.ExitCode == 0, init.Error);
        Assert.StartsWith("Simulated clouds: nothing real is touched.", apply.Error);
        Assert.Contains("Apply complete! Resources: 1 added", apply.Output);
        Assert.True(plan.ExitCode == 0, plan.Output + plan.Error);
        Assert.Equal(2, wrong.ExitCode);
    }

    [Fact]
    public async Task Run_WithAStore_KeepsTheCloudsAndSeesWhatChangedInThem()
    {
        var terraform = Configured();
        var store = _folder["clouds", "store.json"];
        await OfflineAsync(store, "-", "-", terraform, "init");
        await OfflineAsync(store, "-", "-", terraform, "apply", "-auto-approve");
        var same = await OfflineAsync(store, "-", "-", terraform, "plan", "-detailed-exitcode");
        File.WriteAllText(store, File.ReadAllText(store).Replace("10.2.0.0/16", "10.3.0.0/16", StringComparison.Ordinal));
        var drift = await OfflineAsync(store, "-", "-", terraform, "plan", "-detailed-exitcode", "-no-color");

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
        using var offline = Start("-", "-", "-", "sh", "-c", "trap 'echo caught; exit 7' INT; echo ready; while :; do sleep 0.1; done");
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
        Assert.Equal(0, (await OfflineAsync("-", "-", "-", "sh", "-c", "test -n \"$TF_REATTACH_PROVIDERS\" && test -n \"$(ls $TMPDIR)\"")).ExitCode);

        Assert.Empty(Directory.GetFileSystemEntries(_folder["tmp"]));
    }

    [Fact]
    public async Task Run_OfWhatIsNotThere_SaysSo()
    {
        var run = await OfflineAsync("-", "-", "-", "no-such-program");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("There is no program 'no-such-program' in PATH.", run.Error.Trim());
    }

    [Fact]
    public async Task Run_WithAFaultThatIsNone_SaysHowToWriteOne()
    {
        var run = await OfflineAsync("-", "-", "aws_vpc explodes", "true");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("'aws_vpc explodes' is no fault", run.Error);
        Assert.Contains("aws_vpn_connection create fails 1", run.Error);
    }

    [Fact]
    public async Task Run_WithAStoreThatIsNone_SaysWhich()
    {
        File.WriteAllText(_folder["store.json"], "[]");

        var run = await OfflineAsync(_folder["store.json"], "-", "-", "true");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("store.json is no store of simulated clouds", run.Error);
    }

    [Fact]
    public async Task Run_WithTheRealAwsProvider_ValidatesAndPlansAndCannotApply()
    {
        var terraform = Configured();
        Assert.SkipWhen(InstalledProvider.Find() is null, "Needs an unpacked hashicorp/aws provider; this machine has none.");
        var init = await OfflineAsync("-", "aws", "-", terraform, "init");
        var plan = await OfflineAsync("-", "aws", "-", terraform, "plan", "-no-color");
        var apply = await OfflineAsync("-", "aws", "-", terraform, "apply", "-auto-approve", "-no-color");

        Assert.True(init.ExitCode == 0, init.Error);
        Assert.True(plan.ExitCode == 0, plan.Error);
        Assert.Contains("Plan: 1 to add", plan.Output);
        Assert.Contains("apply does not", plan.Error);
        Assert.Equal(1, apply.ExitCode);
        Assert.Contains("the real AWS provider has no AWS here", apply.Error.ReplaceLineEndings(" "));
    }

    [Fact]
    public async Task Run_OfTheStarterWithTheRealAwsProvider_IsValidAndHasAPlan()
    {
        var terraform = Workbench.FindTerraform();
        Assert.SkipWhen(InstalledProvider.Find() is null, "Needs an unpacked hashicorp/aws provider; this machine has none.");
        File.WriteAllText(_folder["cdk.tf.json"], Workbench.Starter);
        var init = await OfflineAsync("-", "aws", "-", terraform, "init");
        var validate = await OfflineAsync("-", "aws", "-", terraform, "validate", "-no-color");
        var plan = await OfflineAsync("-", "aws", "-", terraform, "plan", "-no-color");

        Assert.True(init.ExitCode == 0, init.Error);
        Assert.True(validate.ExitCode == 0, validate.Error);
        Assert.True(plan.ExitCode == 0, plan.Error);
        Assert.Contains($"Plan: {Workbench.StarterTypes.Count} to add", plan.Output);
    }

    private string Configured()
    {
        var terraform = Workbench.FindTerraform();
        File.WriteAllText(_folder["main.tf"], Network);
        return terraform;
    }

    private Task<Command> OfflineAsync(params string[] arguments) =>
        Command.RunAsync(Command.Dotnet, [typeof(Program).Assembly.Location, "offline", .. arguments], _folder.Path, Environment);

    private Process Start(params string[] arguments) =>
        Command.Start(Command.Dotnet, [typeof(Program).Assembly.Location, "offline", .. arguments], _folder.Path, Environment);

    private Dictionary<string, string?> Environment => new() { ["TMPDIR"] = Directory.CreateDirectory(_folder["tmp"]).FullName };
}
