using System.Globalization;
using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests.Verbs;

/// <summary>The program on a terminal: 'script' gives it one.</summary>
public sealed class TerminalTests : IDisposable
{
    private const string Faulty = "name: shop\naws: { region: eu-central-1, network: 10.1.0.0/16 }\nazure: { location: westeurope, network: 10.1.128.0/17 }\naccess:\n  - { from: azure, to: aws, icmp: true }\n";

    private readonly ProgramRun _program = new();

    [Fact]
    public async Task Check_OnATerminal_IsColoredAndAsWideAsItIs()
    {
        var narrow = await OnTerminalAsync(70, "");
        var wide = await OnTerminalAsync(150, "");

        Assert.Contains("\e[1;31merror X001", narrow, StringComparison.Ordinal);
        Assert.All(Plain(narrow), line => Assert.True(line.Length <= 70, line));
        Assert.Contains(Plain(wide), line => line.Length > 70);
    }

    [Fact]
    public async Task Check_NoColor_IsPlainOnATerminalToo() => Assert.DoesNotMatch("\e\\[[0-9;]*m", await OnTerminalAsync(70, "NO_COLOR=1"));

    [Fact]
    public async Task Check_Piped_IsPlain()
    {
        _program.Write("s2svpn.yaml", Faulty);

        Assert.DoesNotContain("\e[", (await _program.RunAsync("check")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watch_CtrlC_EndsCleanly()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals that one process can send another.");
        _program.Write("s2svpn.yaml", Faulty);
        using var watching = _program.Start("check", "--watch");
        while (await watching.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.StartsWith("Watching", StringComparison.Ordinal))
        {
        }

        await Command.RunAsync("kill", ["-INT", watching.Id.ToString(CultureInfo.InvariantCulture)], _program["."]);
        var error = await watching.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await watching.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(130, watching.ExitCode);
        Assert.Equal("Stopped.\n", error);
    }

    // What takes time says so where somebody watches, and only there.
    [Fact]
    public async Task Permissions_OnATerminal_ShowsProgressAndPipedNone()
    {
        var watched = await OnTerminalAsync(100, "", $"permissions '{VerbRun.Example("minimal")}'");
        var piped = await _program.RunAsync("permissions", VerbRun.Example("minimal"));

        Assert.Contains("Synthesizing the request, to see what it deploys.", watched, StringComparison.Ordinal);
        Assert.Equal(0, piped.ExitCode);
        Assert.Empty(piped.Error);
    }

    [Fact]
    public async Task Watch_CtrlCTyped_EndsCleanly()
    {
        Assert.SkipWhen(!OperatingSystem.IsLinux() || Command.Find("script") is null, "There is no 'script' of util-linux.");
        _program.Write("s2svpn.yaml", Faulty);
        using var terminal = Command.Start("script", ["-qec", $"trap : INT; '{Command.Dotnet}' '{Assembly}' check --watch; echo \"ended with $?\"", "/dev/null"], _program["."], new Dictionary<string, string?> { ["TERM"] = "xterm" });
        var output = new System.Text.StringBuilder();
        while (!output.ToString().Contains("Watching", StringComparison.Ordinal) && await terminal.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            output.AppendLine(line);
        }

        await terminal.StandardInput.WriteAsync('\x03');
        await terminal.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        var rest = await terminal.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Contains("Stopped.", rest, StringComparison.Ordinal);
        Assert.Contains("ended with 130", rest, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", rest, StringComparison.Ordinal);
    }

    public void Dispose() => _program.Dispose();

    private static string[] Plain(string text) => [.. text.Split('\n').Select(line => System.Text.RegularExpressions.Regex.Replace(line.TrimEnd('\r'), "\e(\\[[?0-9;]*[a-z]|=)", ""))];

    private static string Assembly => Path.Combine(AppContext.BaseDirectory, "S2SVpn.App.dll");

    private async Task<string> OnTerminalAsync(int columns, string environment, string call = "check")
    {
        Assert.SkipWhen(!OperatingSystem.IsLinux() || Command.Find("script") is null, "There is no 'script' of util-linux.");
        _program.Write("s2svpn.yaml", Faulty);
        var run = await Command.RunAsync(
            "script",
            ["-qec", string.Create(CultureInfo.InvariantCulture, $"stty cols {columns}; {environment} '{Command.Dotnet}' '{Assembly}' {call}"), "/dev/null"],
            _program["."],
            new Dictionary<string, string?> { ["TERM"] = "xterm", ["NO_COLOR"] = null });
        return run.Output;
    }
}
