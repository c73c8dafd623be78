using System.Text;

namespace S2SVpn.Design.Planning;

/// <summary>A table of text that fits a width: it gives up columns, and at last stands each row on its head.</summary>
internal sealed class TextTable<T>(params TextColumn<T>[] columns)
{
    private const int Gap = 2;

    public string Write(IReadOnlyCollection<T> rows, int width)
    {
        var kept = columns.Select(column => (Column: column, Width: Widest(column, rows))).ToList();
        while (Total(kept) > width && kept.Exists(each => each.Column.GoesFirst > 0))
        {
            kept.Remove(kept.MinBy(each => each.Column.GoesFirst > 0 ? each.Column.GoesFirst : int.MaxValue));
        }

        var text = new StringBuilder();
        if (Total(kept) > width)
        {
            WriteBlocks(text, rows);
            return text.ToString();
        }

        WriteRow(text, kept, column => column.Title);
        foreach (var row in rows)
        {
            WriteRow(text, kept, column => column.Value(row));
        }

        return text.ToString();
    }

    private static int Total(List<(TextColumn<T> Column, int Width)> kept) => kept.Sum(each => each.Width + Gap) - Gap;

    private static int Widest(TextColumn<T> column, IEnumerable<T> rows) =>
        rows.Select(row => column.Value(row).Length).Append(column.Title.Length).Max();

    private static void WriteRow(
        StringBuilder text, List<(TextColumn<T> Column, int Width)> kept, Func<TextColumn<T>, string> cell) =>
        text.Append(string.Concat(kept.Select(each => cell(each.Column).PadRight(each.Width + Gap))).TrimEnd()).Append('\n');

    private void WriteBlocks(StringBuilder text, IEnumerable<T> rows)
    {
        foreach (var row in rows)
        {
            text.Append(text.Length > 0 ? "\n" : "");
            foreach (var column in columns)
            {
                text.Append($"{column.Title}: {column.Value(row)}".TrimEnd()).Append('\n');
            }
        }
    }
}

/// <param name="Title">Its heading.</param>
/// <param name="Value">The text of a row.</param>
/// <param name="GoesFirst">Its turn to be left out where the table is too wide, from 1; 0 for never.</param>
internal sealed record TextColumn<T>(string Title, Func<T, string> Value, int GoesFirst = 0);
