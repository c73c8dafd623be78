using System.Globalization;
using System.Text;
using S2SVpn.Design.Findings;
using S2SVpn.Design.Request.Rendering;

namespace S2SVpn.App.Reports;

/// <summary>
/// Shows findings in a terminal: what is wrong, the lines at fault, why it matters and what to write instead. What looks
/// like a secret in a line is hidden.
/// </summary>
internal sealed class FindingText
{
    private const string Indent = "  ";

    // Whoever corrects these finds the others.
    private const int MostLines = 3;
    private const int MostOfARule = 5;

    private readonly RequestMask _request;
    private readonly FindingTextOptions _options;
    private readonly Ansi _ansi;
    private readonly int _width;

    /// <param name="text">The text that the findings are about; empty shows no lines of it.</param>
    /// <param name="options">How to show them.</param>
    public FindingText(string text, FindingTextOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        _request = new RequestMask(text);
        _options = options ?? new FindingTextOptions();
        _ansi = new Ansi(_options.Color);
        // Below that nothing is readable, and a width of 0 is what a redirected terminal says.
        _width = Math.Max(40, _options.Width);
    }

    /// <summary>All of them, but for what one rule has many of, with a line between, and how many they are.</summary>
    public string Render(IReadOnlyCollection<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var shown = findings.GroupBy(finding => finding.Code).SelectMany(rule => rule.Take(MostOfARule)).ToHashSet();
        return string.Concat(findings.Where(shown.Contains).Select(finding => Render(finding) + "\n")) + Count(findings) + "\n"
            + string.Concat(findings.GroupBy(finding => finding.Code).Where(rule => rule.Count() > MostOfARule)
                .Select(rule => string.Create(CultureInfo.InvariantCulture, $"{rule.Count() - MostOfARule} more of {rule.Key} are not shown here: 'check --format json' has all.\n")));
    }

    /// <summary>One of them; every line ends in a line feed.</summary>
    public string Render(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var text = new StringBuilder();
        var head = $"{Level(finding)} {finding.Code}{Indent}";
        var message = TextWrapping.Wrap(finding.Message, _width - head.Length, _width - 4);
        text.Append(_ansi.Level(finding, head)).Append(_ansi.Bold(message[0])).Append('\n');
        Add(text, "    ", message.Skip(1).Select(_ansi.Bold));
        var groups = InOneLine(finding.Places);
        foreach (var places in groups.Take(MostLines))
        {
            Add(text, Indent, places.Select(place => _ansi.Dim(TextWrapping.Clean(place.Span.ToString()))));
            Add(text, Indent, Excerpt(finding, places));
        }

        if (groups.Skip(MostLines).Sum(places => places.Count) is > 0 and var more)
        {
            Add(text, Indent, [_ansi.Dim(string.Create(CultureInfo.InvariantCulture, $"and {more} more"))]);
        }

        AddWrapped(text, finding.AcceptedBecause is { } because ? $"Accepted: {because}" : null);
        AddWrapped(text, _options.Why(finding.Code));
        AddWrapped(text, finding.Fix);
        AddWrapped(text, _options.More(finding.Code) is { } command ? $"More: {command}" : null);
        return text.ToString();
    }

    /// <summary>How many errors and warnings, in words.</summary>
    public static string Count(IReadOnlyCollection<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var counts = new (string What, int Many)[]
        {
            ("error", findings.Count(finding => finding.Stops)),
            ("warning", findings.Count(finding => !finding.Stops && finding.AcceptedBecause is null)),
            ("accepted warning", findings.Count(finding => finding.AcceptedBecause is not null)),
        };
        var words = counts.Where(count => count.Many > 0)
            .Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Many} {count.What}{(count.Many == 1 ? "" : "s")}"))
            .ToArray();
        return words.Length == 0 ? "no findings" : string.Join(", ", words);
    }

    private static string Level(Finding finding) => finding switch
    {
        { AcceptedBecause: not null } => "accepted",
        { Stops: true } => "error",
        _ => "warning",
    };

    private static void Add(StringBuilder text, string indent, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            text.Append(indent).Append(line).Append('\n');
        }
    }

    private void AddWrapped(StringBuilder text, string? sentence)
    {
        if (!string.IsNullOrWhiteSpace(sentence))
        {
            Add(text, Indent, TextWrapping.Wrap(sentence, _width - Indent.Length, _width - Indent.Length));
        }
    }

    private IEnumerable<string> Excerpt(Finding finding, List<FindingPlace> places)
    {
        var line = places[0].Span.Line;
        if (_request.Line(line).Length == 0)
        {
            return [];
        }

        const string Gutter = "     | ";
        var excerpt = new SourceExcerpt(_request, line, places.Select(place => place.Span), _width - Indent.Length - Gutter.Length);
        var number = line.ToString(CultureInfo.InvariantCulture).PadLeft(4);
        return
        [
            _ansi.Dim($"{number} | ") + excerpt.Text,
            _ansi.Dim(new string(' ', number.Length) + " | ") + _ansi.Level(finding, excerpt.Carets),
        ];
    }

    /// <summary>Places that follow each other in the same line share one showing of it.</summary>
    private static List<List<FindingPlace>> InOneLine(IEnumerable<FindingPlace> places)
    {
        var groups = new List<List<FindingPlace>>();
        foreach (var place in places)
        {
            if (groups.LastOrDefault() is { } last && last[0].Span.Line == place.Span.Line && last[0].Span.File == place.Span.File)
            {
                last.Add(place);
            }
            else
            {
                groups.Add([place]);
            }
        }

        return groups;
    }
}
