using S2SVpn.App.Reports;
using S2SVpn.Design;
using S2SVpn.Design.Rules;
using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests.Reports;

public sealed class RulePagesTests
{
    private const string Command = "dotnet run --project src/S2SVpn.App -- rules --markdown > docs/rules.md";

    [Fact]
    public void Markdown_Rules_IsWhatIsCommitted()
    {
        if (Snapshot.IsAccepted)
        {
            File.WriteAllText(Repository.File("docs", "rules.md"), RulePages.Markdown());
        }

        var committed = File.ReadAllText(Repository.File("docs", "rules.md")).ReplaceLineEndings("\n");
        Assert.True(committed == RulePages.Markdown(), $"docs/rules.md is not what the rules say. Write it anew: {Command}");
    }

    [Fact]
    public void Markdown_EveryRule_HasARowAndASection()
    {
        var lines = RulePages.Markdown().Split('\n');
        Assert.All(RuleBook.All.Select(rule => rule.Facts), facts =>
        {
            Assert.Single(lines, $"| [{facts.Code}](#{facts.Code.ToLowerInvariant()}) | {Words.Of(facts.Level)} | {facts.Title} |");
            Assert.Single(lines, $"### {facts.Code}");
        });
    }
}
