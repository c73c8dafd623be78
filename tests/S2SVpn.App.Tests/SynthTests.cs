using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests;

public sealed class SynthTests : IDisposable
{
    private static readonly string Starter = File.ReadAllText(Repository.File("s2svpn.yaml"));

    private readonly ProgramRun _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task Synth_Starter_WritesTheStackAndSaysWhatAndWhatNext()
    {
        _program.Write("s2svpn.yaml", Starter);

        var run = await _program.RunAsync();

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Error);
        Assert.True(File.Exists(_program["cdktf.out", "stacks", "shop-dev", "cdk.tf.json"]));
        foreach (var inside in new[] { "169.254.21.0/30", "169.254.22.0/30", "169.254.21.4/30", "169.254.22.4/30" })
        {
            Assert.Contains(inside, run.Output);
        }

        Assert.Contains("169.254.22.5", run.Output);
        Assert.Contains("169.254.22.6", run.Output);
        Assert.Contains($"Wrote {Path.Combine("cdktf.out", "stacks", "shop-dev", "cdk.tf.json")}: 15 resources in AWS, 25 in Azure, 4 random keys.", run.Output);
        Assert.Contains($"npx {Flavour.Core} deploy", run.Output);
        Assert.Contains("terraform -chdir=", run.Output);
    }

    [Fact]
    public async Task Synth_Starter_WritesLinesThatTerraformCanShow()
    {
        _program.Write("s2svpn.yaml", Starter);

        await _program.RunAsync();

        Assert.All(File.ReadAllLines(_program["cdktf.out", "stacks", "shop-dev", "cdk.tf.json"]), line => Assert.True(line.Length < 500, line));
    }

    [Fact]
    public async Task Synth_WithProbes_TellsOfTheirKey()
    {
        _program.Write("s2svpn.yaml", Starter + "probes: { aws: [{ name: one }], azure: [{ name: two }] }\n");

        var run = await _program.RunAsync();

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("4 random keys, 1 SSH key.", run.Output);
    }

    [Fact]
    public async Task Synth_TwiceInTwoFolders_GivesTheSameBytes()
    {
        using var other = new ProgramRun();
        _program.Write("s2svpn.yaml", Starter);
        other.Write("s2svpn.yaml", Starter);

        await Task.WhenAll(_program.RunAsync(), other.RunAsync());

        Assert.Equal(
            File.ReadAllBytes(_program["cdktf.out", "stacks", "shop-dev", "cdk.tf.json"]),
            File.ReadAllBytes(other["cdktf.out", "stacks", "shop-dev", "cdk.tf.json"]));
    }

    [Fact]
    public async Task Synth_UnknownKey_SaysWhereAndWritesNothing()
    {
        _program.Write("s2svpn.yaml", Starter.Replace("environment:", "enviroment:"));

        var run = await _program.RunAsync();

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("s2svpn.yaml:4:1", run.Error);
        Assert.Contains("environment", run.Error);
        Assert.False(Directory.Exists(_program["cdktf.out"]));
    }

    [Fact]
    public async Task Synth_OverlappingNetworks_IsRefusedByTheRules()
    {
        _program.Write("s2svpn.yaml", Starter.Replace("10.2.0.0/16", "10.1.128.0/17"));

        var run = await _program.RunAsync();

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("X001", run.Error);
        Assert.False(Directory.Exists(_program["cdktf.out"]));
    }

    [Fact]
    public async Task Synth_OtherFile_IsRead()
    {
        _program.Write("lab.yaml", Starter.Replace("name: shop", "name: lab"));

        var run = await _program.RunAsync("lab.yaml");

        Assert.Equal(0, run.ExitCode);
        Assert.True(File.Exists(_program["cdktf.out", "stacks", "lab-dev", "cdk.tf.json"]));
    }

    [Fact]
    public async Task Synth_NoFile_SaysWhatToDo()
    {
        var run = await _program.RunAsync();

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("s2svpn.yaml does not exist", run.Error);
    }

    [Fact]
    public async Task Synth_StateOfAnotherStack_IsKept()
    {
        _program.Write("s2svpn.yaml", Starter);
        Directory.CreateDirectory(_program["cdktf.out", "stacks", "old-dev"]);
        _program.Write(Path.Combine("cdktf.out", "stacks", "old-dev", "terraform.old-dev.tfstate"), "{}");

        var run = await _program.RunAsync();

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("terraform.old-dev.tfstate is the state of a stack that this request no longer has", run.Error);
        Assert.False(Directory.Exists(_program["cdktf.out", "stacks", "shop-dev"]));
    }

    [Fact]
    public async Task Synth_WithoutNode_SaysToInstallIt()
    {
        _program.Write("s2svpn.yaml", Starter);

        var run = await _program.RunAsync([], new Dictionary<string, string?> { ["PATH"] = _program["nowhere"] });

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Node.js was not found", run.Error);
    }

    [Theory]
    [InlineData("chekc", "check")]
    [InlineData("rehearsal", "rehearse")]
    [InlineData("explan", "explain")]
    public async Task Run_AMistypedVerb_NamesTheVerb(string word, string verb)
    {
        var run = await _program.RunAsync(word);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"There is neither a file nor a verb '{word}'. Did you mean '{verb}'?", run.Error, StringComparison.Ordinal);
    }

    // It would read another file than the one that was named.
    [Fact]
    public async Task Run_AFileBeforeTheVerb_SaysWhereItStands()
    {
        var run = await _program.RunAsync("s2svpn.yaml", "check");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("error: The file stands after the verb: check s2svpn.yaml", run.Error.Trim());
    }

    [Theory]
    [InlineData("help")]
    [InlineData("help", "check")]
    public async Task Run_Help_ShowsTheHelp(params string[] arguments)
    {
        var run = await _program.RunAsync(arguments);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal((await _program.RunAsync([.. arguments.Skip(1), "--help"])).Output, run.Output);
    }

    [Fact]
    public async Task Check_APipeThatNobodyWritesTo_SaysSo()
    {
        Assert.SkipWhen(Command.Find("mkfifo") is null, "There is no mkfifo.");
        await Command.RunAsync("mkfifo", [_program["pipe.yaml"]], _program["."]);

        var run = await _program.RunAsync("check", "pipe.yaml");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("is a pipe that nobody writes to", run.Output + run.Error, StringComparison.Ordinal);
    }
}
