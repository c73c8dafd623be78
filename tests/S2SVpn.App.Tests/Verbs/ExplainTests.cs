using System.Text.Json.Nodes;
using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests.Verbs;

public sealed class ExplainTests
{
    [Theory]
    [InlineData(60)]
    [InlineData(100)]
    [InlineData(160)]
    public async Task Explain_Minimal_FitsTheWidth(int width)
    {
        var run = await VerbRun.OfAsync(width, "explain", VerbRun.Example("minimal"));

        Assert.Equal(0, run.ExitCode);
        // A command is never broken.
        Assert.All(run.Output.Split('\n').Where(line => !line.StartsWith("  a", StringComparison.Ordinal)), line => Assert.True(line.Length <= width, line));
        Snapshot.VerifyNamed(run.Output, $"Minimal{width}", "txt");
    }

    [Theory]
    [MemberData(nameof(VerbRun.Examples), MemberType = typeof(VerbRun))]
    public async Task Explain_Example_SaysAllOfIt(string example)
    {
        var text = await VerbRun.OfAsync(100, "explain", VerbRun.Example(example));
        var json = JsonNode.Parse((await VerbRun.OfAsync(100, "explain", VerbRun.Example(example), "--format", "json")).Output)!;

        Assert.Equal(0, text.ExitCode);
        Assert.Equal(
            ["What is created", "Who starts a tunnel", "How a packet travels", "What happens when a part fails"],
            json["sections"]!.AsArray().Select(section => (string?)section!["title"]));
        Assert.All(json["sections"]!.AsArray(), section => Assert.NotEmpty(section!["sentences"]!.AsArray()));
        Assert.All(json["tunnels"]!.AsArray(), tunnel => Assert.Contains((string)tunnel!["azure"]!, text.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Explain_Markdown_IsAPage()
    {
        var run = await VerbRun.OfAsync(60, "explain", VerbRun.Example("overlapping-networks"), "--format", "markdown");

        Snapshot.Verify(run.Output, "md");
    }
}
