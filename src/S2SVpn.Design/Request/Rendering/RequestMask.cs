using S2SVpn.Design.Request.Reading;

namespace S2SVpn.Design.Request.Rendering;

/// <summary>Tells what nobody may see of a request's text, for whoever shows lines of it.</summary>
internal sealed class RequestMask
{
    /// <summary>What is shown in place of a secret, however long it is.</summary>
    public const string Stars = "****";

    private readonly SourceText _source;
    private readonly (int From, int To)[] _hidden;
    private readonly (int From, int To)[] _areas;
    private readonly List<(int From, int To)> _words = [];

    public RequestMask(string text)
    {
        _source = new SourceText("", text);
        var outline = YamlOutline.Of(_source);
        var places = new SecretPlaces(outline);
        var rest = places.BreaksOff ? [(Behind(_source.Text, outline.End), _source.Text.Length)] : BrokenLines.Find(_source.Text, outline.End);
        (_hidden, _areas) = ([.. places.Hidden, .. rest], [.. places.Areas]);
        foreach (var root in outline.Roots)
        {
            Gather(root);
        }

        _words.Sort();
    }

    /// <summary>A line, counted from 1; empty where there is none.</summary>
    public string Line(int line) => _source.Line(line);

    /// <summary>What is hidden of a part of a line: where it starts and ends in the line, in order and apart.</summary>
    public IReadOnlyList<(int From, int To)> Hidden(int line, int from, int to)
    {
        var (text, start) = (_source.Line(line)[from..to], _source.Start(line) + from);
        var end = start + text.Length;
        var found = _hidden.Where(range => range.From < end && range.To > start).Select(range => (From: Math.Max(range.From, start) - start, To: Math.Min(range.To, end) - start))
            .Concat(SecretWords.FindHidden(text)).Concat(Comment(text, start) is >= 0 and var comment ? [(comment, text.Length)] : []);
        return TextRanges.Merge(found.Select(range => Trimmed(text, range)).Where(range => range.To > range.From)).ConvertAll(range => (range.From + from, range.To + from));
    }

    // The colon of a key is no part of its value.
    private static int Behind(string text, int at)
    {
        while (at < text.Length && text[at] is (':' or ' '))
        {
            at++;
        }

        return at;
    }

    private static (int From, int To) Trimmed(string text, (int From, int To) range)
    {
        var part = text.AsSpan(range.From, range.To - range.From);
        return (range.From + part.Length - part.TrimStart().Length, range.From + part.TrimEnd().Length);
    }

    // Where a comment starts that stands beside a secret's place, or says itself what it holds.
    private int Comment(string text, int start)
    {
        for (var at = text.IndexOf('#', StringComparison.Ordinal); at >= 0; at = text.IndexOf('#', at + 1))
        {
            if ((at == 0 || char.IsWhiteSpace(text[at - 1])) && !IsInWord(start + at))
            {
                var isBeside = _areas.Any(area => area.From < start + text.Length && area.To > start);
                return isBeside || BrokenLines.SaysSecret(text[at..]) ? at + 1 : -1;
            }
        }

        return -1;
    }

    private bool IsInWord(int at)
    {
        var found = _words.BinarySearch((at, int.MaxValue));
        var before = found < 0 ? ~found - 1 : found;
        return before >= 0 && _words[before].To > at;
    }

    private void Gather(OutlineNode node)
    {
        var rest = new Stack<OutlineNode>([node]);
        while (rest.TryPop(out var next))
        {
            if (next.Text is not null)
            {
                _words.Add((next.From, next.To));
            }

            next.Parts.ForEach(rest.Push);
        }
    }
}
