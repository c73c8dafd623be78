using System.Net;
using System.Text;

namespace S2SVpn.App.Pages;

/// <summary>HTML of a few kinds of parts. All text is escaped.</summary>
internal sealed class Html
{
    private readonly StringBuilder _text = new();

    public Html Heading(string text) => Raw($"<h2>{Escaped(text)}</h2>\n");

    public Html Paragraph(string text) => Raw($"<p>{Escaped(text)}</p>\n");

    public Html List(IEnumerable<string> items) => Raw($"<ul>\n{string.Concat(items.Select(item => $"<li>{Escaped(item)}</li>\n"))}</ul>\n");

    /// <summary>A table that scrolls by itself where it is too wide for a phone.</summary>
    public Html Table(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows) =>
        Raw($"<div class=\"wide\"><table>\n<thead><tr>{Cells("th", head)}</tr></thead>\n<tbody>\n{string.Concat(rows.Select(row => $"<tr>{Cells("td", row)}</tr>\n"))}</tbody>\n</table></div>\n");

    /// <summary>What is HTML or SVG already.</summary>
    public Html Raw(string html)
    {
        _text.Append(html);
        return this;
    }

    public override string ToString() => _text.ToString();

    public static string Escaped(string text) => WebUtility.HtmlEncode(text);

    private static string Cells(string kind, IEnumerable<string> cells) => string.Concat(cells.Select(cell => $"<{kind}>{Escaped(cell)}</{kind}>"));
}
