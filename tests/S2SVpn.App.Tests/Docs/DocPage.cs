using System.Text.RegularExpressions;
using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests.Docs;

/// <summary>A page that people read: its blocks of code, its code in sentences, its links and its headings.</summary>
internal sealed partial record DocPage(string Name, string Text)
{
    /// <summary>The README and every page below docs.</summary>
    public static IReadOnlyList<DocPage> All { get; } =
    [
        .. Directory.EnumerateFiles(Repository.File("docs"), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Prepend(Repository.File("README.md")).Select(Read),
    ];

    /// <summary>What else has links: the pages of folders.</summary>
    public static IReadOnlyList<DocPage> Others { get; } =
    [
        .. new[] { "CONTRIBUTING.md", "CHANGELOG.md", "bindings/README.md", "benchmarks/README.md", "src/S2SVpn.Constructs/README.md", "src/S2SVpn.Design/README.md" }
            .Select(name => Read(Repository.File(name.Split('/')))),
    ];

    public IEnumerable<DocBlock> Blocks => Fence().Matches(Text).Select(match => new DocBlock(
        this, 1 + Text.AsSpan(0, match.Index).Count('\n'), match.Groups["language"].Value, Unindented(match.Groups["code"].Value, match.Groups["indent"].Length)));

    /// <summary>Code in sentences and tables.</summary>
    public IEnumerable<string> Spans => Span().Matches(Prose).Select(match => match.Groups[1].Value);

    public IEnumerable<string> Links => Link().Matches(Prose).Select(match => match.Groups[1].Value);

    /// <summary>What a link may point at, as GitHub names it.</summary>
    public IEnumerable<string> Anchors => Heading().Matches(Prose).Select(match => NotInAnchors().Replace(match.Groups[1].Value.ToLowerInvariant(), "").Replace(' ', '-'));

    private string Prose => Fence().Replace(Text, "");

    public override string ToString() => Name;

    private static DocPage Read(string file) => new(Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'), File.ReadAllText(file).ReplaceLineEndings("\n"));

    private static string Unindented(string code, int indent) => string.Join('\n', code.Split('\n').Select(line => line.Length >= indent ? line[indent..] : line.TrimStart()));

    [GeneratedRegex(@"^(?<indent> *)```(?<language>[a-z]*)\n(?<code>.*?)^ *```$", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Fence();

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex Span();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchors();
}

/// <summary>A block of code in a page.</summary>
internal sealed record DocBlock(DocPage Page, int Line, string Language, string Code)
{
    public override string ToString() => $"{Page.Name}:{Line}";
}
