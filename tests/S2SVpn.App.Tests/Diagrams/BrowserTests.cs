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
          // What a text stands on is the last filled box before it that holds its middle.
          const light = color => { const [r, g, b] = color.match(/[0-9.]+/g).map(Number).map(part => part / 255).map(part => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
          for (const text of svg.querySelectorAll('text')) {
            const box = text.getBoundingClientRect(), [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
            const below = [...svg.querySelectorAll('rect')].filter(rect => rect.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING && getComputedStyle(rect).fill.startsWith('rgb'))
              .filter(rect => { const at = rect.getBoundingClientRect(); return at.left <= x && x <= at.right && at.top <= y && y <= at.bottom; }).at(-1);
            if (!below) { found.push(`${text.textContent} stands on nothing`); continue; }
            const [one, other] = [light(getComputedStyle(text).fill), light(getComputedStyle(below).fill)].sort((left, right) => right - left);
            if ((one + 0.05) / (other + 0.05) < 4.5) found.push(`${text.textContent} is hard to read: ${getComputedStyle(text).fill} on ${getComputedStyle(below).fill}`);
          }
        }
        const scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
        document.body.innerHTML = `<p id="found">${scheme}: ${found.length} found. ${found.slice(0, 5).join('; ')}</p>`;
        </script>
        """;

    [Theory]
    [InlineData("minimal", 500, "light")]
    [InlineData("everything", 1280, "light")]
    [InlineData("two-regions", 500, "dark")]
    [InlineData("two-regions", 1280, "dark")]
    public async Task Page_InABrowser_HasNothingCutOffOrOverlapping(string example, int width, string scheme)
    {
        var page = (await VerbRun.OfAsync(100, "report", VerbRun.Example(example))).Output;

        Assert.Equal($"{scheme}: 0 found. ", await MeasureAsync(page, width, scheme));
    }

    [Theory]
    [InlineData(500, "light")]
    [InlineData(1280, "light")]
    [InlineData(1280, "dark")]
    public async Task Pictures_OfTheDocumentation_HaveNothingCutOffOrOverlappingOrHardToRead(int width, string scheme)
    {
        var pictures = Directory.EnumerateFiles(Repository.File("docs"), "*.svg", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText).ToList();
        Assert.True(pictures.Count > 10);

        // As a page shows them: no wider than it is.
        Assert.Equal($"{scheme}: 0 found. ", await MeasureAsync($"<!doctype html><html><head><style>svg{{max-width:100%;height:auto}}</style></head><body>{string.Concat(pictures.Select(picture => $"<div>{picture}</div>"))}</body></html>", width, scheme));
    }

    // What the tests above would say, if there were something.
    [Fact]
    public async Task Measure_BadPicture_FindsEachKindOfFault()
    {
        const string Bad = """
            <!doctype html><html><body><svg viewBox="0 0 300 60" width="300" height="60"><rect width="300" height="60" fill="#ffffff"/>
            <text x="10" y="20" fill="#000000">one</text><text x="12" y="22" fill="#000000">two</text><text x="275" y="50" fill="#000000">three</text><text x="100" y="20" fill="#dddddd">four</text></svg></body></html>
            """;

        var found = await MeasureAsync(Bad, 500, "light");

        Assert.StartsWith("light: 3 found. ", found, StringComparison.Ordinal);
        Assert.All(new[] { "one lies on two", "three is cut off", "four is hard to read" }, fault => Assert.Contains(fault, found, StringComparison.Ordinal));
    }

    private static async Task<string> MeasureAsync(string page, int width, string scheme)
    {
        var browser = Command.Find("chromium") ?? Command.Find("google-chrome");
        Assert.SkipWhen(browser is null, "There is no Chromium.");
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["page.html"], page.Replace("</body>", $"{Measure}</body>", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var run = await Command.RunAsync(
            browser!,
            [
                "--headless", "--no-sandbox", "--disable-gpu", $"--user-data-dir={folder["profile"]}", $"--blink-settings=preferredColorScheme={(scheme == "dark" ? 0 : 1)}", $"--window-size={width},900", "--dump-dom",
                $"file://{folder["page.html"]}",
            ],
            folder.Path);

        return Found().Match(run.Output).Groups[1].Value;
    }

    [GeneratedRegex("<p id=\"found\">(.*)</p>")]
    private static partial Regex Found();
}
