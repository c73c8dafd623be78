using System.Globalization;
using System.Text;
using S2SVpn.App.Diagrams;
using S2SVpn.App.Reports;
using S2SVpn.App.Tests.Verbs;
using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests.Diagrams;

/// <summary>The pictures of the README: real output of the program. CONTRIBUTING.md has the command that makes them anew.</summary>
public sealed class PicturesTests
{
    private const int Width = 100;

    [Fact]
    public async Task Picture_Diagram_IsWhatTheProgramDraws()
    {
        var run = await VerbRun.OfAsync(Width, "diagram", Repository.File("s2svpn.yaml"));

        Compare("diagram.svg", run.Output);
    }

    [Theory]
    [InlineData("check", "docs/pictures/faulty.yaml", 60)]
    [InlineData("explain", "s2svpn.yaml", 34)]
    [InlineData("estimate", "s2svpn.yaml", 60)]
    public async Task Picture_Verb_IsWhatTheProgramPrints(string verb, string file, int lines)
    {
        var run = await VerbRun.OfAsync(Width, verb, Repository.File(file.Split('/')));

        var text = run.Output.TrimEnd('\n').Split('\n');
        var shown = text.Length > lines ? [.. text.Take(lines), "…"] : text;
        Compare($"{verb}.svg", Terminal([$"$ s2svpn {verb} {Path.GetFileName(file)}", "", .. shown]));
    }

    // What was lost in a drill, and for how long, is never the same twice: the picture is of a rehearsal that was held.
    [Fact]
    public async Task Picture_Rehearse_HasEveryCheckAsItIs()
    {
        using var program = new ProgramRun();
        program.Write("s2svpn.yaml", await File.ReadAllTextAsync(Repository.File("s2svpn.yaml"), TestContext.Current.CancellationToken));
        var run = await program.RunAsync(Snapshot.IsAccepted ? ["rehearse"] : ["rehearse", "--skip-drills"]);
        RehearseTests.SkipWhereItLacks(run.Error);
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        var lines = run.Output.Trim('\n').Split('\n');
        if (Snapshot.IsAccepted)
        {
            await File.WriteAllTextAsync(Repository.File("docs", "pictures", "rehearse.svg"), Terminal(["$ s2svpn rehearse", "", .. lines]), TestContext.Current.CancellationToken);
        }

        var picture = await File.ReadAllTextAsync(Repository.File("docs", "pictures", "rehearse.svg"), TestContext.Current.CancellationToken);
        Assert.All(lines.Where(line => line.StartsWith("ok ", StringComparison.Ordinal)), line => Assert.Contains($">{System.Security.SecurityElement.Escape(line)}<", picture, StringComparison.Ordinal));
    }

    private static void Compare(string name, string picture)
    {
        var file = Repository.File("docs", "pictures", name);
        if (Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") is { Length: > 0 })
        {
            File.WriteAllText(file, picture);
        }

        Assert.True(File.Exists(file) && File.ReadAllText(file).ReplaceLineEndings("\n") == picture, $"docs/pictures/{name} is not what the program writes. CONTRIBUTING.md tells how to make it anew.");
    }

    private static string Terminal(IReadOnlyList<string> lines)
    {
        var style = TextStyle.Plain;
        var (width, height) = (style.Width(new string('x', Math.Max(Width, lines.Max(line => line.Length)))) + 32, (lines.Count * style.Leading) + 28);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:0} {height:0}\" width=\"{width:0}\" height=\"{height:0}\" role=\"img\">\n");
        svg.Append("<style>rect{fill:#0d1117}text{font:12px ui-monospace,SFMono-Regular,Menlo,Consolas,\"DejaVu Sans Mono\",\"Liberation Mono\",monospace;fill:#e6edf3;white-space:pre}.error{fill:#ff7b72}.prompt{fill:#7ee787}</style>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"{width:0}\" height=\"{height:0}\" rx=\"8\"/>\n");
        foreach (var (line, index) in lines.Select((line, index) => (line, index)).Where(pair => pair.line.Length > 0))
        {
            var kind = line[0] == '$' ? " class=\"prompt\"" : line.StartsWith("error", StringComparison.Ordinal) ? " class=\"error\"" : "";
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"16\" y=\"{26 + (index * style.Leading):0.#}\" xml:space=\"preserve\"{kind}>{System.Security.SecurityElement.Escape(TextWrapping.Clean(line))}</text>\n");
        }

        return svg.Append("</svg>\n").ToString();
    }
}
