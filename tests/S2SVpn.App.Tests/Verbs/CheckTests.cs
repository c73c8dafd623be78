using System.Text.Json.Nodes;
using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests.Verbs;

public sealed class CheckTests : IDisposable
{
    private const string Faulty = "name: shop\naws: { region: eu-central-1, network: 10.1.0.0/16 }\nazure: { location: westeurope, network: 10.1.128.0/17 }\naccess:\n  - { from: azure, to: aws, icmp: true }\n";

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(60)]
    [InlineData(100)]
    [InlineData(160)]
    public async Task Check_Faulty_ShowsEachFindingInTheWidth(int width)
    {
        var run = await VerbRun.OfAsync(width, "check", Write(Faulty));

        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Error);
        Snapshot.VerifyNamed(run.Output.Replace(_folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal), $"Faulty{width}", "txt");
    }

    [Theory]
    [MemberData(nameof(VerbRun.Examples), MemberType = typeof(VerbRun))]
    public async Task Check_Example_IsGood(string example)
    {
        var run = await VerbRun.OfAsync(100, "check", VerbRun.Example(example));

        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain("error", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_Json_IsAloneOnStandardOutput()
    {
        var run = await VerbRun.OfAsync(100, "check", Write(Faulty), "--format", "json");

        Assert.Equal(1, run.ExitCode);
        var json = JsonNode.Parse(run.Output)!;
        Assert.Equal(1, (int)json["errors"]!);
        Assert.Equal("X001", (string?)json["findings"]![0]!["code"]);
    }

    [Fact]
    public async Task Check_Sarif_NamesRuleAndPlace()
    {
        var run = await VerbRun.OfAsync(100, "check", Write(Faulty), "--format", "sarif");

        var result = JsonNode.Parse(run.Output)!["runs"]![0]!;
        Assert.Equal("X001", (string?)result["results"]![0]!["ruleId"]);
        Assert.Equal("error", (string?)result["results"]![0]!["level"]);
        var location = result["results"]![0]!["locations"]![0]!["physicalLocation"]!;
        Assert.EndsWith("/s2svpn.yaml", (string?)location["artifactLocation"]!["uri"], StringComparison.Ordinal);
        Assert.InRange((int)location["region"]!["startLine"]!, 2, 3);
        Assert.NotNull(result["tool"]!["driver"]!["rules"]![0]!["fullDescription"]);
    }

    [Fact]
    public async Task Check_GitHub_WritesWorkflowCommands()
    {
        var run = await VerbRun.OfAsync(100, "check", Write(Faulty), "--format", "github");

        Assert.Matches("^::error file=[^,]+s2svpn\\.yaml,line=[23],col=\\d+,endColumn=\\d+,title=X001::networks overlap", run.Output);
    }

    [Theory]
    [InlineData("check", "--format", "html")]
    [InlineData("check", "--watch", "--format", "json")]
    [InlineData("check", "--no-such-option")]
    [InlineData("check", "one.yaml", "two.yaml")]
    public async Task Check_BadCall_ExitsWith2(params string[] arguments)
    {
        var run = await VerbRun.OfAsync(100, arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.NotEmpty(run.Error);
    }

    [Fact]
    public async Task Check_NoFile_SaysSoAndExitsWith1()
    {
        var run = await VerbRun.OfAsync(100, "check", _folder["none.yaml"]);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("none.yaml does not exist", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watch_Save_ChecksAgainUntilStopped()
    {
        using var stop = new CancellationTokenSource();
        var file = Write(Faulty);
        using var saves = new FileSaves(file);
        var next = saves.NextAsync(stop.Token);
        Assert.False(next.IsCompleted);
        await File.WriteAllTextAsync(file, Faulty + "\n", TestContext.Current.CancellationToken);
        await next;

        var another = saves.NextAsync(stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => another);
    }

    public void Dispose() => _folder.Dispose();

    private string Write(string text)
    {
        File.WriteAllText(_folder["s2svpn.yaml"], text);
        return _folder["s2svpn.yaml"];
    }
}
