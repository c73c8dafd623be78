using System.Globalization;
using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Request.Reading;

/// <summary>
/// Says what is wrong where YAML can't be read, in words of what people do. Nothing of the file is repeated: what can't
/// be read may be a secret.
/// </summary>
internal static class YamlErrorExplainer
{
    /// <param name="source">The file.</param>
    /// <param name="index">Where the parser gave up.</param>
    /// <param name="said">What it said, if anything.</param>
    /// <param name="open">The innermost bracket that was open then.</param>
    public static ParseAbortedException Explain(SourceText source, long index, string said, int? open)
    {
        var at = (int)Math.Clamp(index, 0, source.Text.Length);
        var here = source.RestOfLine(at);
        return Tab(source, at, said)
            ?? HardSpace(source, at)
            ?? Quote(source, at, said)
            ?? (open is null ? LongKey(source, here.Line) : null)
            ?? Bracket(source, here, open, MissesComma(source.Text, at, said))
            ?? Sign(source, at, said)
            ?? NoKey(source, here)
            ?? Colon(source, here, said)
            ?? Stop(here, said.Length == 0 ? "the text can't be parsed from here" : Phrase(said),
                "Indent all keys of a map equally, put a space after each colon, and close each quote and bracket.");
    }

    private static string Indentation(string line) => line[..(line.Length - line.TrimStart().Length)];

    private static ParseAbortedException? Tab(SourceText source, int at, string said)
    {
        // In JSON a tab does no harm.
        if (source.Text.TrimStart() is ['{' or '[', ..])
        {
            return null;
        }

        var here = source.Span(at, at).Line;
        // The parser names the start of what it was reading, maybe far above.
        var lines = said.Contains(" tab", StringComparison.Ordinal) ? source.Lines - here + 1 : 1;
        var tabbed = Enumerable.Range(here, lines).FirstOrDefault(one => Indentation(source.Line(one)).Contains('\t', StringComparison.Ordinal));
        return tabbed == 0 ? null : Stop(
            source.SignAt(tabbed, Indentation(source.Line(tabbed)).IndexOf('\t', StringComparison.Ordinal)),
            "a line is indented with a tab", "Use spaces instead of the tab.");
    }

    // As pages and chats have them: they look like a space, and are none to YAML.
    private static ParseAbortedException? HardSpace(SourceText source, int at)
    {
        var here = source.Span(at, at).Line;
        var line = Enumerable.Range(Math.Max(1, here - 1), here > 1 ? 2 : 1).FirstOrDefault(one => source.Line(one).Split('#')[0].Contains('\u00a0', StringComparison.Ordinal));
        return line == 0 ? null : Stop(
            source.SignAt(line, source.Line(line).IndexOf('\u00a0', StringComparison.Ordinal)),
            "a no-break space stands where a space belongs", FindingCollector.ReplaceHardSpace);
    }

    private static ParseAbortedException? Quote(SourceText source, int at, string said) =>
        said.Contains("escape", StringComparison.Ordinal) || said.Contains("hexadecimal", StringComparison.Ordinal) || said.Contains("surrogates", StringComparison.Ordinal)
            ? Stop(source.RestOfLine(at), "unknown escape after \\ in double quotes", "Write \\\\ for one \\, or use single quotes.")
        : said.Contains("quoted scalar", StringComparison.Ordinal)
            ? Stop(source.RestOfLine(at), "the quote that opens here is not closed, or a line in it is not indented", "Close it on the same line.")
        : null;

    // Of a key without a question mark, the colon comes after at most 1024 characters: yaml.org/spec/1.2.2, implicit keys.
    private static ParseAbortedException? LongKey(SourceText source, int line)
    {
        const int Longest = 1024;
        var text = source.Line(line).TrimStart(' ', '-');
        return $"{text} ".IndexOf(": ", StringComparison.Ordinal) > Longest
            ? Stop(source.LineSpan(line), "a key has more than 1024 characters, which is the most that YAML allows", "Write a shorter key; put a long text behind the colon of one.")
            : null;
    }

    private static bool MissesComma(string text, int at, string said) =>
        said.Contains("expected ','", StringComparison.Ordinal) && at < text.Length && text[at] is not ('}' or ']');

    private static ParseAbortedException? Bracket(SourceText source, SourceSpan here, int? open, bool missesComma)
    {
        if (open is { } bracket)
        {
            var (sign, opened) = (source.Text[bracket] == '{' ? '}' : ']', source.Span(bracket, bracket + 1));
            return missesComma || opened.Line == here.Line
                ? Stop(here, $"a comma or the closing {sign} is missing", "Put commas between the items, and close the bracket.")
                : Stop(opened, string.Create(CultureInfo.InvariantCulture, $"the bracket that opens here is not closed by line {here.Line}"), $"Close it with {sign}.");
        }

        return source.Line(here.Line).TrimStart() is ['}' or ']', ..]
            ? Stop(source.LineSpan(here.Line), "unmatched closing bracket", "Remove it, or add the opening bracket.")
            : null;
    }

    private static ParseAbortedException? Sign(SourceText source, int at, string said) =>
        said.Contains("cannot start any token", StringComparison.Ordinal) && at < source.Text.Length && source.Text[at] is '@' or '`' or '%'
            ? Stop(source.RestOfLine(at), $"a value can't start with {source.Text[at]}", "Put quotes around it.")
            : said.Contains("block scalar", StringComparison.Ordinal) && !said.Contains("tab", StringComparison.Ordinal)
            ? Stop(source.RestOfLine(at), "a value that starts with > or | is one of several lines", "Put quotes around it.")
            : null;

    private static ParseAbortedException? NoKey(SourceText source, SourceSpan here)
    {
        const int NotFar = 3;
        var line = Enumerable.Range(0, Math.Min(NotFar, here.Line)).Select(back => here.Line - back)
            .FirstOrDefault(line => source.Line(line).TrimStart() is ":" or [':', ' ', ..]);
        return line == 0 ? null : Stop(source.LineSpan(line), "a line starts with a colon and has no key", "Write a key before the colon.");
    }

    private static ParseAbortedException? Colon(SourceText source, SourceSpan here, string said)
    {
        var mapping = said.Contains("invalid mapping", StringComparison.Ordinal) || said.Contains("Mapping values are not allowed", StringComparison.Ordinal);
        if (mapping && source.Line(here.Line)[..(here.Column - 1)].Contains(": ", StringComparison.Ordinal))
        {
            return Stop(here, "a value contains a second colon", "Put quotes around a value that contains a colon and a space, or start a new line for the second key.");
        }

        if (here.Line > 1 && mapping && !source.Line(here.Line - 1).Contains(':', StringComparison.Ordinal))
        {
            return Stop(source.LineSpan(here.Line - 1), "a line has no colon after its key", "Write key: value.");
        }

        if (mapping)
        {
            return Stop(source.LineSpan(here.Line), "a line is indented below a key that already has a value", "Indent all keys of a map equally.");
        }

        if (said.Contains("did not find expected key", StringComparison.Ordinal) || said.Contains("expected '-' indicator", StringComparison.Ordinal))
        {
            return source.Line(here.Line).TrimStart() is ['-', ..]
                ? Stop(source.LineSpan(here.Line), "a list item is where a key is expected", "Put a key above the list, and indent the items below it.")
                : Stop(source.LineSpan(here.Line), "the indentation of a line matches none above it", "Indent all keys of a map equally, and all items of a list.");
        }

        return null;
    }

    private static ParseAbortedException Stop(SourceSpan span, string message, string fix) =>
        new(ReadingCodes.Syntax, span, $"not valid YAML: {message}", fix);

    // The parser's own sentences name what it was reading and what it met.
    private static string Phrase(string said)
    {
        var phrase = said.TrimEnd('.', ' ');
        return phrase.Length == 0 ? "it can't be read" : char.ToLowerInvariant(phrase[0]) + phrase[1..];
    }
}
