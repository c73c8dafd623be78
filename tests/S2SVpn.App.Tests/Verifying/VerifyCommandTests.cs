using S2SVpn.App.Tests.Verbs;
using S2SVpn.Design.Planning;
using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests.Verifying;

/// <summary>The verb: what it runs, reads and refuses.</summary>
public sealed class VerifyCommandTests
{
    // The programs that are installed are found in PATH, and so are these.
    [Fact]
    public async Task Verify_FakePrograms_AreAskedAndTheirErrorsShown()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The fake programs are shell scripts.");
        using var program = new ProgramRun();
        var plan = Plan("minimal");
        program.Write("outputs.json", new RecordedClouds(plan).Outputs());
        Fake(program, "aws", "case \"$2\" in describe-vpn-connections) echo '[]';; *) echo 'An error occurred (ExpiredToken)' >&2; exit 254;; esac");
        Fake(program, "az", "echo '{\"status\": \"NotConnected\"}'");

        var run = await program.RunAsync(
            ["verify", VerbRun.Example("minimal"), "--outputs", program["outputs.json"]],
            new Dictionary<string, string?> { ["PATH"] = $"{program["."]}:{Environment.GetEnvironmentVariable("PATH")}" });

        Assert.Equal(1, run.ExitCode);
        var text = string.Join(' ', run.Output.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("AWS has no VPN connection", text, StringComparison.Ordinal);
        Assert.Contains("link 1.1, Azure: NotConnected; expected connected.", text, StringComparison.Ordinal);
        Assert.Contains("An error occurred (ExpiredToken)", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_NoOutputs_SaysWhatToDo()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["outputs.json"], "[]", TestContext.Current.CancellationToken);

        var wrong = await VerbRun.OfAsync(100, "verify", VerbRun.Example("minimal"), "--outputs", folder["outputs.json"]);
        var none = await VerbRun.OfAsync(100, "verify", VerbRun.Example("minimal"), "--outputs", folder["none.json"]);

        Assert.Equal((1, 1), (wrong.ExitCode, none.ExitCode));
        Assert.Contains("not what 'terraform output -json' prints", wrong.Error, StringComparison.Ordinal);
        Assert.Contains("The outputs can't be read", none.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("verify", "--format", "xml")]
    [InlineData("verify", "--after")]
    public async Task Verify_BadCall_ExitsWith2(params string[] arguments) => Assert.Equal(2, (await VerbRun.OfAsync(100, arguments)).ExitCode);

    private static ConnectivityPlan Plan(string example) => ConnectivityPlan.CreateUnchecked(CheckedRequest.Read(VerbRun.Example(example)).Document!.Request);

    private static void Fake(ProgramRun program, string name, string script)
    {
        program.Write(name, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program[name], UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }
}
