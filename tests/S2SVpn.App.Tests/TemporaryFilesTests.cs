using System.Diagnostics;
using System.Globalization;
using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests;

/// <summary>What is left in the folder for temporary files.</summary>
public sealed class TemporaryFilesTests : IDisposable
{
    private static readonly string Starter = File.ReadAllText(Repository.File("s2svpn.yaml"));

    private readonly ProgramRun _program = new();

    public TemporaryFilesTests()
    {
        _program.Write("s2svpn.yaml", Starter);
        _program.Write("after.yaml", Starter.Replace("10.2.0.0/16", "10.3.0.0/16"));
        Directory.CreateDirectory(_program["tmp"]);
    }

    public static TheoryData<string> Commands => ["", "diff s2svpn.yaml after.yaml", "rehearse --skip-drills", "offline -- dotnet --version"];

    private Dictionary<string, string?> Environment => new() { ["TMPDIR"] = _program["tmp"], ["TMP"] = _program["tmp"], ["TEMP"] = _program["tmp"] };

    public void Dispose() => _program.Dispose();

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Run_AtItsEnd_LeavesNothing(string command)
    {
        await RunAsync(command);

        Assert.Empty(Left());
    }

    [Theory]
    [InlineData("", "*.tgz")]
    [InlineData("", "node_modules")]
    [InlineData("diff s2svpn.yaml after.yaml", "azurerm")]
    [InlineData("diff s2svpn.yaml after.yaml", "stack.tfstate")]
    [InlineData("rehearse --skip-drills", "stack.tfstate")]
    public async Task Run_AfterOneThatWasKilled_LeavesNothingOfEither(string command, string whenThereIs)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "On Windows nobody may delete what is open.");
        using (var killed = Start(command))
        {
            Await(killed, whenThereIs);
            killed.Kill();
            await killed.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        Assert.NotEmpty(Left());
        // Programs that it started see that it has gone, and end.
        Assert.True(SpinWait.SpinUntil(() => !Processes().Any(), TimeSpan.FromSeconds(60)));
        await RunAsync("");

        Assert.Empty(Left());
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    [InlineData("HUP", 129)]
    public async Task Synth_SentASignal_EndsAndLeavesNothing(string signal, int exit)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Signals are sent as on Linux.");
        using var synth = Start("");
        var error = synth.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        Await(synth, "node_modules");
        await Command.RunAsync("kill", [$"-{signal}", synth.Id.ToString(CultureInfo.InvariantCulture)], _program[""]);
        await synth.WaitForExitAsync(TestContext.Current.CancellationToken);

        // Whoever started the tests may have had it ignored, as nohup does, and the programs that they start ignore it as well, but for Ctrl-C.
        Assert.Equal((signal != "INT" && IsIgnored(exit - 128) ? 0 : exit, ""), (synth.ExitCode, await error));
        Assert.Empty(Left());
    }

    private static bool IsIgnored(int signal)
    {
        var mask = File.ReadLines("/proc/self/status").First(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)).Split('\t')[1];
        return (ulong.Parse(mask, NumberStyles.HexNumber, CultureInfo.InvariantCulture) >> (signal - 1) & 1) == 1;
    }

    [Fact]
    public async Task Run_BesideOthers_TakesNothingFromThem()
    {
        string[] commands = ["diff s2svpn.yaml after.yaml", "diff after.yaml s2svpn.yaml", "plan", "offline -- dotnet --version", ""];
        await Task.WhenAll(commands.Select(RunAsync));

        Assert.Empty(Left());
    }

    private async Task RunAsync(string command)
    {
        var run = await _program.RunAsync(Words(command), Environment);
        Assert.SkipWhen(run.ExitCode != 0 && (run.Error.Contains("'terraform' in PATH", StringComparison.Ordinal) || run.Error.Contains("/dev/net/tun", StringComparison.Ordinal) || run.Error.Contains("namespaces", StringComparison.Ordinal)), run.Error);
        Assert.True(run.ExitCode == 0, $"'{command}' ended with {run.ExitCode}: {run.Output}{run.Error}");
        Assert.DoesNotContain("s2svpn-run-", run.Output + run.Error);
    }

    private Process Start(string command) => _program.Start(Words(command), Environment);

    private static string[] Words(string command) => command.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    // It is stopped in the middle of what it does, and not at a time.
    private void Await(Process process, string name)
    {
        var found = SpinWait.SpinUntil(() => process.HasExited || Found(name), TimeSpan.FromMinutes(2));
        Assert.SkipWhen(process.HasExited && name.EndsWith("tfstate", StringComparison.Ordinal), "This machine has no Terraform, or can't hold a lab.");
        Assert.True(found && !process.HasExited, $"There was no {name}.");
    }

    private bool Found(string name)
    {
        try
        {
            return Directory.EnumerateFileSystemEntries(_program["tmp"], name, SearchOption.AllDirectories).Any();
        }
        catch (IOException)
        {
            // It is deleted while it is looked at.
            return false;
        }
    }

    private IEnumerable<string> Processes() => Directory.EnumerateDirectories("/proc").Where(folder => int.TryParse(Path.GetFileName(folder), out _)).Where(folder =>
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "environ")).Contains($"={_program["tmp"]}", StringComparison.Ordinal);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    });

    private string[] Left() => [.. Directory.GetFileSystemEntries(_program["tmp"])];
}
