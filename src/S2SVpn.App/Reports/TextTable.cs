using System.Text;

namespace S2SVpn.App.Reports;

/// <summary>A table of text that fits a width: it wraps or gives up columns, and falls back to one block a row.</summary>
internal sealed class TextTable<T>(params TextColumn<T>[] columns)
{
    private const int Gap = 2;

    // Below that, wrapped text reads badly.
    private const int LeastWrapped = 24;

    public string Write(IReadOnlyCollection<T> rows, int width)
    {
        var kept = columns.ToList();
        while (Total(kept.Select(column => Least(column, rows))) > width && kept.Exists(column => column.GoesFirst > 0))
        {
            kept.Remove(kept.MinBy(column => column.GoesFirst > 0 ? column.GoesFirst : int.MaxValue)!);
        }

        if (Total(kept.Select(column => Least(column, rows))) > width)
        {
            return Blocks(rows, width);
        }

        var widths = Widths(kept, rows, width);
        var text = new StringBuilder();
        AddRow(text, kept, widths, column => column.Title);
        foreach (var row in rows)
        {
            AddRow(text, kept, widths, column => column.Value(row));
        }

        return text.ToString();
    }

    private static int Total(IEnumerable<int> widths) => widths.Sum(width => width + Gap) - Gap;

    private static int Widest(TextColumn<T> column, IEnumerable<T> rows) => rows.Select(row => column.Value(row).Length).Append(column.Title.Length).Max();

    // No word is broken.
    private static int Least(TextColumn<T> column, IReadOnlyCollection<T> rows) => !column.Wraps ? Widest(column, rows) : Math.Min(
        Widest(column, rows),
        rows.SelectMany(row => column.Value(row).Split(' ')).Append(column.Title).Select(word => word.Length).Append(LeastWrapped).Max());

    // What is spare goes to wrapped columns, as far as they need it.
    private static int[] Widths(List<TextColumn<T>> kept, IReadOnlyCollection<T> rows, int width)
    {
        var widths = kept.Select(column => Least(column, rows)).ToArray();
        var spare = width - Total(widths);
        var wanting = kept.Select((column, index) => (Index: index, Need: Widest(column, rows) - widths[index])).Where(one => one.Need > 0).OrderBy(one => one.Need).ToList();
        foreach (var ((index, need), left) in wanting.Select((one, at) => (one, wanting.Count - at)))
        {
            var more = Math.Min(need, spare / left);
            widths[index] += more;
            spare -= more;
        }

        return widths;
    }

    private static void AddRow(StringBuilder text, List<TextColumn<T>> kept, int[] widths, Func<TextColumn<T>, string> value)
    {
        var cells = kept.Select((column, index) => TextWrapping.Wrap(value(column), widths[index], widths[index])).ToList();
        for (var line = 0; line < cells.Max(cell => cell.Count); line++)
        {
            var parts = kept.Select((column, index) => (cells[index].ElementAtOrDefault(line) ?? "") is var part && column.Right ? part.PadLeft(widths[index]) : part.PadRight(widths[index]));
            text.Append(string.Join(new string(' ', Gap), parts).TrimEnd()).Append('\n');
        }
    }

    private string Blocks(IEnumerable<T> rows, int width)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.Append(text.Length > 0 ? "\n" : "");
            foreach (var column in columns)
            {
                text.AppendJoin("\n  ", TextWrapping.Wrap($"{column.Title}: {column.Value(row)}", width, width - 2)).Append('\n');
            }
        }

        return text.ToString();
    }
}

/// <param name="Title">Its heading.</param>
/// <param name="Value">The text of a row.</param>
/// <param name="GoesFirst">Its turn to be left out where the table is too wide, from 1; 0 for never.</param>
/// <param name="Wraps">Whether its text may be broken between words.</param>
/// <param name="Right">Whether it holds figures, which stand below each other.</param>
internal sealed record TextColumn<T>(string Title, Func<T, string> Value, int GoesFirst = 0, bool Wraps = false, bool Right = false);
