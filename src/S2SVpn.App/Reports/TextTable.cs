using System.Text;
using Spectre.Console;

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
        while (Least(kept, rows) > width && kept.Exists(column => column.GoesFirst > 0))
        {
            kept.Remove(kept.MinBy(column => column.GoesFirst > 0 ? column.GoesFirst : int.MaxValue)!);
        }

        if (Least(kept, rows) > width)
        {
            return Blocks(rows, width);
        }

        var table = new Table { Border = TableBorder.None };
        foreach (var column in kept)
        {
            table.AddColumn(new TableColumn(new Text(column.Title))
            {
                NoWrap = !column.Wraps,
                Padding = new Padding(0, 0, column == kept[^1] ? 0 : Gap, 0),
                Alignment = column.Right ? Justify.Right : Justify.Left,
            });
        }

        foreach (var row in rows)
        {
            table.AddRow(kept.Select(column => new Text(TextWrapping.Clean(column.Value(row)))));
        }

        return SpectreText.Write(table, width);
    }

    private static int Least(List<TextColumn<T>> kept, IReadOnlyCollection<T> rows) => kept.Sum(column => Least(column, rows) + Gap) - Gap;

    private static int Least(TextColumn<T> column, IReadOnlyCollection<T> rows)
    {
        var widest = rows.Select(row => column.Value(row).Length).Append(column.Title.Length).Max();
        return column.Wraps ? Math.Min(widest, Math.Max(LeastWrapped, column.Title.Length)) : widest;
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
