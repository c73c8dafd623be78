using System.CommandLine;
using S2SVpn.App.Commands;
using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests.Verbs;

public sealed class HelpTests
{
    public static TheoryData<string> Verbs => [.. CommandLine.Root(new Terminal()).Subcommands.Select(verb => verb.Name)];

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Help_Verb_HasTwoExamples(string verb)
    {
        var run = await VerbRun.OfAsync(100, verb, "--help");

        Assert.Equal(0, run.ExitCode);
        var examples = run.Output.Split("Examples:\n")[1].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, examples.Length);
        Assert.All(examples, example => Assert.Contains($"s2svpn {verb}", example, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Help_Verb_IsThisPage(string verb) => Snapshot.VerifyNamed(Page(await VerbRun.OfAsync(100, verb, "--help")), verb, "txt");

    [Fact]
    public async Task Help_OfTheProgram_IsThisPage() => Snapshot.VerifyNamed(Page(await VerbRun.OfAsync(100, "--help")), "program", "txt");

    [Fact]
    public void Help_Examples_AreOfVerbsThatThereAre() =>
        Assert.Equal(Verbs.Select(row => row.Data).Append("").Order(StringComparer.Ordinal), ExampleHelp.Verbs.Order(StringComparer.Ordinal));

    [Fact]
    public async Task Program_UnknownVerb_ExitsWith2AndShowsNoTrace()
    {
        var run = await VerbRun.OfAsync(100, "chekc", "--now");

        Assert.Equal(2, run.ExitCode);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    // The program of a test has another name.
    private static string Page(VerbRun run) => run.Output.Replace(RootCommand.ExecutableName, "s2svpn", StringComparison.Ordinal);
}
