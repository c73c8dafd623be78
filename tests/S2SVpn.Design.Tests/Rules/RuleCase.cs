using System.Globalization;
using System.Text.RegularExpressions;
using S2SVpn.Design.Findings;
using S2SVpn.Design.Request.Reading;
using S2SVpn.Design.Rules;

namespace S2SVpn.Design.Tests.Rules;

/// <summary>
/// One request of a case file, Cases/&lt;code&gt;.yaml. A file holds several, parted by lines such as <c>--- # fails</c>:
/// those that pass, those at the edge of what passes, and those that fail. A failing one carries what is found in
/// comments: carets below each value at fault, the message behind the first ones, and the fix where it is not the
/// rule's own. Keys that every request needs are put behind a case that leaves them out. A line that ends in
/// <c># times 40</c> stands for 40 of it, in which <c>{n}</c> counts from 0, <c>{n*16}</c> in sixteens, and so on.
/// </summary>
internal sealed partial record RuleCase(string Code, string Kind, int Number, string Text)
{
    public const string Passes = "passes";
    public const string Edge = "edge";
    public const string Fails = "fails";

    private static readonly (string Key, string Line)[] Base =
    [
        ("name", "name: shop"),
        ("aws", "aws: { region: eu-central-1, network: 10.2.0.0/16 }"),
        ("azure", "azure: { location: westeurope, network: 10.1.0.0/16 }"),
    ];

    public static string Folder { get; } = Repository.File("tests", "S2SVpn.Design.Tests", "Rules", "Cases");

    /// <summary>Every case there is, by the code in its file's name.</summary>
    public static ILookup<string, RuleCase> All { get; } = Directory.GetFiles(Folder, "*.yaml").SelectMany(Read).ToLookup(each => each.Code);

    private string[] Lines => Text.TrimEnd('\n').Split('\n');

    // Each line as often as it says, and which line of the file it comes from.
    private List<(string Text, int Source)> Expanded => Lines.Index()
        .SelectMany(line => Times().Match(line.Item) is { Success: true } times
            ? Enumerable.Range(0, int.Parse(times.Groups[2].Value, CultureInfo.InvariantCulture))
                .Select(n => (Count().Replace(times.Groups[1].Value, count => Counted(n, count)), line.Index))
            : [(line.Item, line.Index)])
        .ToList();

    /// <summary>What the rule finds in the request.</summary>
    public List<Finding> Find() => RuleBook.Check(Read()).Where(finding => finding.Code == Code).ToList();

    /// <summary>The request, with what every request needs.</summary>
    public RequestDocument Read()
    {
        var missing = Base.Where(line => !Lines.Any(given => given.StartsWith($"{line.Key}:", StringComparison.Ordinal)));
        var text = string.Join('\n', [.. Expanded.Select(line => line.Text), .. missing.Select(line => line.Line), ""]);
        var (document, findings) = RequestReader.Read(text, $"{Code}.yaml", _ => null);
        Assert.Empty(findings.Select(finding => $"{Code} {Kind} {finding.Place.Span}: {finding.Message}"));
        return document!;
    }

    /// <summary>The request with what was found in it instead of what its comments say.</summary>
    public string Marked(IReadOnlyCollection<Finding> found)
    {
        var rule = RuleBook.Find(Code)!;
        var expanded = Expanded;
        var marks = from finding in found
                    from place in finding.Places.Index()
                    where place.Item.Span.Line <= expanded.Count
                    let first = place.Index == 0
                    orderby first ? 0 : 1
                    group (place.Item.Span, Text: first ? $" {finding.Message}{Fix(finding, rule)}" : "") by expanded[place.Item.Span.Line - 1].Source;
        var byLine = marks.ToDictionary(line => line.Key, line => line.Select(mark => Carets(mark.Span) + mark.Text).Distinct());
        return string.Join('\n', Lines.Index()
            .Where(line => !IsMark(line.Item))
            .SelectMany(line => byLine.GetValueOrDefault(line.Index, []).Prepend(line.Item)));
    }

    /// <summary>Writes what was found into the case's file.</summary>
    public void Accept(string marked)
    {
        var file = Path.Combine(Folder, $"{Code}.yaml");
        File.WriteAllText(file, File.ReadAllText(file).Replace($"\n{Text.TrimEnd('\n')}\n", $"\n{marked}\n", StringComparison.Ordinal));
    }

    private static string Counted(int n, Match count) => count.Groups[1].Captures
        .Aggregate(n, (value, step) => (step.Value[0], int.Parse(step.Value[1..], CultureInfo.InvariantCulture)) switch
        {
            ('/', var by) => value / by,
            ('%', var by) => value % by,
            ('*', var by) => value * by,
            (_, var by) => value + by,
        })
        .ToString(CultureInfo.InvariantCulture);

    private static string Fix(Finding finding, Rule rule) => finding.Fix == rule.Facts.Fix ? "" : $"\n# fix: {finding.Fix}";

    // A value in the first column has the comment's sign for its first caret.
    private static string Carets(SourceSpan span) =>
        (new string(' ', span.Column - 1) + new string('^', Math.Max(1, span.Length))).Remove(0, 1).Insert(0, "#");

    private static bool IsMark(string line) => Mark().IsMatch(line);

    private static IEnumerable<RuleCase> Read(string file) => Parting()
        .Split("\n" + File.ReadAllText(file).ReplaceLineEndings("\n"))
        .Skip(1)
        .Chunk(2)
        .Select((part, index) => new RuleCase(Path.GetFileNameWithoutExtension(file), part[0], index + 1, part[1].Trim('\n') + "\n"));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Code} {Number} {Kind}");

    [GeneratedRegex(@"\n--- # (passes|edge|fails)\n")]
    private static partial Regex Parting();

    [GeneratedRegex(@"^(.*?) +# times (\d+)$")]
    private static partial Regex Times();

    [GeneratedRegex(@"\{n([/%*+]\d+)*\}")]
    private static partial Regex Count();

    [GeneratedRegex(@"^#( *\^|( fix:))")]
    private static partial Regex Mark();
}
