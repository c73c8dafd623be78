using System.Text.RegularExpressions;
using S2SVpn.App.Tests.Verbs;
using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests.Diagrams;

/// <summary>The page as a browser sets it, where Chromium is installed: its fonts may be wider than the layout takes them for.</summary>
public sealed partial class BrowserTests
{
    // What the page can't tell without a script; the page itself has none.
    private const string Measure = """
        <script>
        const found = [];
        if (document.documentElement.scrollWidth > document.documentElement.clientWidth) found.push(`the page is ${document.documentElement.scrollWidth} wide`);
        for (const svg of document.querySelectorAll('svg')) {
          const page = svg.getBoundingClientRect();
          const texts = [...svg.querySelectorAll('text')].map(text => [text.textContent, text.getBoundingClientRect()]);
          texts.forEach(([name, box], index) => {
            if (box.left < page.left - 1 || box.right > page.right + 1 || box.top < page.top - 1 || box.bottom > page.bottom + 1) found.push(`${name} is cut off`);
            for (const [other, there] of texts.slice(index + 1))
              if (box.left + 1 < there.right && there.left + 1 < box.right && box.top + 3 < there.bottom && there.top + 3 < box.bottom) found.push(`${name} lies on ${other}`);
          });
        }
        document.body.innerHTML = `<p id="found">${found.length} found. ${found.slice(0, 5).join('; ')}</p>`;
        </script>
        """;

    [Theory]
    [InlineData("minimal", 500)]
    [InlineData("everything", 1280)]
    [InlineData("two-regions", 500)]
    [InlineData("two-regions", 1280)]
    public async Task Page_InABrowser_HasNothingCutOffOrOverlapping(string example, int width)
    {
        var browser = Command.Find("chromium") ?? Command.Find("google-chrome");
        Assert.SkipWhen(browser is null, "There is no Chromium.");
        using var folder = new TemporaryFolder();
        var page = (await VerbRun.OfAsync(100, "report", VerbRun.Example(example))).Output;
        await File.WriteAllTextAsync(folder["page.html"], page.Replace("</body>", $"{Measure}</body>", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var run = await Command.RunAsync(
            browser!,
            ["--headless", "--no-sandbox", "--disable-gpu", $"--user-data-dir={folder["profile"]}", $"--window-size={width},900", "--dump-dom", $"file://{folder["page.html"]}"],
            folder.Path);

        Assert.Equal("0 found. ", Found().Match(run.Output).Groups[1].Value);
    }

    [GeneratedRegex("<p id=\"found\">(.*)</p>")]
    private static partial Regex Found();
}
