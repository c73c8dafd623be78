using S2SVpn.App.Initializing;
using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests.Verbs;

public sealed class InitTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => _folder["s2svpn.yaml"];

    [Theory]
    [InlineData(60)]
    [InlineData(100)]
    [InlineData(160)]
    public async Task Init_Yes_WritesARequestThatPassesEveryRule(int width)
    {
        var run = await VerbRun.OfAsync(width, "init", File, "--yes");

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(CheckedRequest.Read(File).Findings);
        Snapshot.VerifyNamed(run.Output.Replace(_folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal), $"Yes{width}", "txt");
    }

    [Fact]
    public async Task Init_WrongAnswer_IsAskedAgain()
    {
        var run = await VerbRun.AnsweredAsync("bank\neu-west-1\n10.8.0.0/16\n\n10.8.128.0/17\n10.9.0.0/16\n", 100, "init", File);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("networks overlap", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, run.Error.Split("Network of the new VNet").Length - 1);
        var request = CheckedRequest.Read(File).Document!.Request;
        Assert.Equal("bank", request.Name);
        Assert.Equal("10.9.0.0/16", $"{request.Azure.Single().Value.Network.Cidrs[0]}");
    }

    [Fact]
    public async Task Init_NobodyAnswers_SaysWhatToDo()
    {
        var run = await VerbRun.OfAsync(100, "init", File);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("'--yes' takes the answers in brackets", run.Error, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(File));
    }

    [Theory]
    [MemberData(nameof(VerbRun.Examples), MemberType = typeof(VerbRun))]
    public async Task Init_Like_WritesTheExampleWithItsComments(string example)
    {
        var run = await VerbRun.OfAsync(100, "init", File, "--like", example, "--yes");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(example, Templates.Names);
        var text = await System.IO.File.ReadAllTextAsync(File, TestContext.Current.CancellationToken);
        Assert.StartsWith("# ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("$schema=..", text, StringComparison.Ordinal);
        Assert.EndsWith(text, (await System.IO.File.ReadAllTextAsync(VerbRun.Example(example), TestContext.Current.CancellationToken)).ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Init_FileIsThere_IsKeptUnlessForced()
    {
        await System.IO.File.WriteAllTextAsync(File, "mine", TestContext.Current.CancellationToken);

        var kept = await VerbRun.OfAsync(100, "init", File, "--yes");
        Assert.Equal(1, kept.ExitCode);
        Assert.Equal("mine", await System.IO.File.ReadAllTextAsync(File, TestContext.Current.CancellationToken));

        Assert.Equal(0, (await VerbRun.OfAsync(100, "init", File, "--yes", "--force")).ExitCode);
    }

    [Theory]
    [InlineData("init", "--like", "nothing")]
    [InlineData("init", "--unknown")]
    public async Task Init_BadCall_ExitsWith2(params string[] arguments) => Assert.Equal(2, (await VerbRun.OfAsync(100, arguments)).ExitCode);

    public void Dispose() => _folder.Dispose();
}
