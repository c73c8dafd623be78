using System.Text;
using S2SVpn.Design.Findings;
using S2SVpn.Design.Request.Rendering;

namespace S2SVpn.App.Reports;

/// <summary>A line of a file, cut to what there is room for, with carets below the places at fault.</summary>
internal sealed class SourceExcerpt
{
    private const char Cut = '…';

    /// <summary>So much of a very long line is looked at, on either side of the first place: secrets there are hidden.</summary>
    private const int Near = 4000;

    /// <param name="request">The text that the line is of.</param>
    /// <param name="number">The line, from 1.</param>
    /// <param name="spans">The places in it, the first of which must be seen.</param>
    /// <param name="width">How many columns there are.</param>
    public SourceExcerpt(RequestMask request, int number, IEnumerable<SourceSpan> spans, int width)
    {
        var line = request.Line(number);
        var places = spans.Select(span => (Start: span.Column - 1, End: span.Column - 1 + span.Length)).ToArray();
        var first = Math.Clamp(places[0].Start, 0, line.Length);
        var near = Math.Max(0, first - Near);
        var end = Math.Min(line.Length, first + Near);
        var hidden = request.Hidden(number, near, end);
        var cells = Cells(line[near..end], near, hidden, places);
        // A place inside of what is hidden is the whole of it.
        var start = hidden.Where(range => first >= range.From && first < range.To).Select(range => (int?)range.From).FirstOrDefault() ?? places[0].Start;
        var (from, to) = Window(cells, cells.FindIndex(cell => cell.At >= start), width);
        var (text, carets) = (new StringBuilder(), new StringBuilder());
        if (near + from > 0)
        {
            text.Append(Cut);
            carets.Append(' ');
        }

        foreach (var cell in cells[from..to])
        {
            text.Append(cell.Sign);
            carets.Append(cell.Marked ? '^' : ' ', cell.Width);
        }

        Text = (to < cells.Count ? text.Append(Cut) : text).ToString().TrimEnd();
        Carets = carets.ToString().TrimEnd();
    }

    public string Text { get; }

    public string Carets { get; }

    private static List<Cell> Cells(string line, int at, IReadOnlyList<(int From, int To)> hidden, (int Start, int End)[] places)
    {
        var cells = new List<Cell>();
        foreach (var sign in line.EnumerateRunes())
        {
            var start = at;
            at += sign.Utf16SequenceLength;
            if (hidden.FirstOrDefault(range => start >= range.From && start < range.To) is { To: > 0 } secret)
            {
                var isMarked = places.Any(place => place.Start < secret.To && place.End > secret.From);
                cells.AddRange(start == secret.From ? RequestMask.Stars.Select(star => new Cell(star.ToString(), 1, start, isMarked)) : []);
                continue;
            }

            cells.Add(new Cell(TextWrapping.Clean(sign), TextWrapping.Width(sign), start, places.Any(place => start >= place.Start && start < place.End)));
        }

        // A place behind the end gets its caret there.
        cells.Add(new Cell(" ", 1, at, places.Any(place => place.Start >= at)));
        return cells;
    }

    /// <summary>The cells to show: all of them, or those around the first place, with room for a sign of each cut.</summary>
    private static (int From, int To) Window(List<Cell> cells, int first, int width)
    {
        if (cells.Sum(cell => cell.Width) - 1 <= width)
        {
            return (0, cells.Count);
        }

        var from = first < 0 ? cells.Count - 1 : first;
        var to = from;
        var room = width - 2;
        Right(() => cells[to].Marked);
        var context = Math.Min(room, width / 3);
        room -= context;
        Left(ref context);
        room += context;
        Right(() => true);
        Left(ref room);
        return (from, to);

        void Right(Func<bool> more)
        {
            for (; to < cells.Count && room >= cells[to].Width && more(); to++)
            {
                room -= cells[to].Width;
            }
        }

        void Left(ref int left)
        {
            for (; from > 0 && left >= cells[from - 1].Width; from--)
            {
                left -= cells[from - 1].Width;
            }
        }
    }

    private readonly record struct Cell(string Sign, int Width, int At, bool Marked);
}
