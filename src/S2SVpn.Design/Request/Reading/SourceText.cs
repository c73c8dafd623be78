using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Request.Reading;

/// <summary>A text, and which line and column a place in it is.</summary>
internal sealed class SourceText
{
    private readonly List<int> _starts = [0];

    public SourceText(string file, string text)
    {
        File = file;
        // A byte order mark is no part of the text, and editors don't count it.
        Text = text.StartsWith('\uFEFF') ? text[1..] : text;
        for (var at = Text.AsSpan().IndexOfAny('\r', '\n'); at >= 0 && at < Text.Length;)
        {
            at += Text[at] == '\r' && at + 1 < Text.Length && Text[at + 1] == '\n' ? 2 : 1;
            _starts.Add(at);
            var next = Text.AsSpan(at).IndexOfAny('\r', '\n');
            at = next < 0 ? -1 : at + next;
        }
    }

    public string File { get; }

    public string Text { get; }

    /// <summary>The span between two places, cut at the end of its first line. An empty one gets the length 1.</summary>
    public SourceSpan Span(long start, long end)
    {
        var from = (int)Math.Clamp(start, 0, Text.Length);
        var found = _starts.BinarySearch(from);
        var line = found < 0 ? ~found - 1 : found;
        var to = (int)Math.Clamp(end, from, LineEnd(line));
        while (to > from && char.IsWhiteSpace(Text[to - 1]))
        {
            to--;
        }

        return new SourceSpan(File, line + 1, from - _starts[line] + 1, Math.Max(1, to - from));
    }

    /// <summary>The span from a place to the end of its line.</summary>
    public SourceSpan RestOfLine(long start) => Span(start, Text.Length);

    /// <summary>A line without its indentation, counted from 1.</summary>
    public SourceSpan LineSpan(int line)
    {
        var text = Line(line);
        return RestOfLine(_starts[Math.Clamp(line, 1, _starts.Count) - 1] + text.Length - text.TrimStart().Length);
    }

    public int Lines => _starts.Count;

    /// <summary>The span of one sign of a line, both counted as <see cref="Line"/> has them.</summary>
    public SourceSpan SignAt(int line, int place) => new(File, line, place + 1, 1);

    /// <summary>Where a line starts in the text, counted from 1.</summary>
    public int Start(int line) => _starts[Math.Clamp(line, 1, _starts.Count) - 1];

    /// <summary>A line's text, counted from 1; empty past the end.</summary>
    public string Line(int line) =>
        line < 1 || line > _starts.Count ? "" : Text[_starts[line - 1]..Math.Max(_starts[line - 1], LineEnd(line - 1))];

    private int LineEnd(int line)
    {
        var end = line + 1 < _starts.Count ? _starts[line + 1] : Text.Length;
        while (end > _starts[line] && Text[end - 1] is '\r' or '\n')
        {
            end--;
        }

        return end;
    }
}
