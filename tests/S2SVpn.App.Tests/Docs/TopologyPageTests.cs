using System.Globalization;
using System.Text;
using S2SVpn.App.Estimating;
using S2SVpn.App.Tests.Verbs;
using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests.Docs;

/// <summary>docs/topologies: a page and a picture for each example. CONTRIBUTING.md has the command that makes them anew.</summary>
public sealed class TopologyPageTests
{
    private static readonly string Folder = Repository.File("docs", "topologies");

    [Theory]
    [MemberData(nameof(VerbRun.Examples), MemberType = typeof(VerbRun))]
    public async Task Page_OfAnExample_IsWhatTheProgramSays(string example)
    {
        Compare($"{example}.md", new TopologyPage(example).Write());
        Compare($"{example}.svg", (await VerbRun.OfAsync(100, "diagram", VerbRun.Example(example))).Output);
    }

    [Theory]
    [MemberData(nameof(VerbRun.Examples), MemberType = typeof(VerbRun))]
    public void Example_ItsHeader_SaysWhatItIsAndWhenAndHowLong(string example)
    {
        var page = new TopologyPage(example).Write();

        Assert.NotEmpty(new TopologyPage(example).About);
        Assert.Contains("**When**: Use it ", page, StringComparison.Ordinal);
        Assert.Contains("**Time**: ", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_All_AreInTheListAndOfAnExample()
    {
        var examples = VerbRun.Examples.Select(row => row.Data).ToList();
        var list = new StringBuilder("# Topologies\n\nA page for each [example](../../examples): what it is and when to take it, its request and picture, what it costs, how it fails and how to\nchange it. Which of them to take, and what else joins the two clouds: [choosing.md](../choosing.md).\n\nEach page is made from the example's header and from what `explain`, `diagram` and `estimate` say of it.\n\n| example | | tunnels | a month |\n|---|---|--:|--:|\n");
        foreach (var example in examples)
        {
            var page = new TopologyPage(example);
            list.Append(CultureInfo.InvariantCulture, $"| [{example}]({example}.md) | {page.About.Split(". ")[0].TrimEnd('.')}. | {page.Tunnels} | {EstimateWords.Dollars(page.Cost.Cost.Monthly)} |\n");
        }

        Compare("README.md", list.ToString());
        var readme = File.ReadAllText(Repository.File("README.md"));
        Assert.All(examples, example => Assert.Contains($"[{example}](docs/topologies/{example}.md)", readme, StringComparison.Ordinal));
        Assert.Empty(Directory.EnumerateFiles(Folder).Select(file => Path.GetFileNameWithoutExtension(file)!).Except([.. examples, "README"]));
    }

    private static void Compare(string name, string text)
    {
        var file = Path.Combine(Folder, name);
        if (Snapshot.IsAccepted)
        {
            File.WriteAllText(file, text);
        }

        Assert.True(File.Exists(file) && File.ReadAllText(file).ReplaceLineEndings("\n") == text, $"docs/topologies/{name} is not what the program says: dotnet test tests/S2SVpn.App.Tests -e ACCEPT_SNAPSHOTS=1 --filter TopologyPageTests");
    }
}
