using System.Globalization;
using System.Text;

namespace S2SVpn.App.Reports;

/// <summary>Text in the columns of a terminal.</summary>
internal static class TextWrapping
{
    /// <summary>Breaks a text between words. A word that is longer than a line gets one of its own.</summary>
    public static List<string> Wrap(string text, int first, int others)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        var used = 0;
        foreach (var word in Clean(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var width = word.EnumerateRunes().Sum(Width);
            if (line.Length > 0 && used + 1 + width > (lines.Count == 0 ? first : others))
            {
                lines.Add(line.ToString());
                line.Clear();
                used = 0;
            }

            used += (line.Length > 0 ? 1 : 0) + width;
            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        lines.Add(line.ToString());
        return lines;
    }

    /// <summary>The text without signs that would steer the terminal or turn the direction of writing.</summary>
    public static string Clean(string text) => string.Concat(text.EnumerateRunes().Select(Clean));

    public static string Clean(Rune sign) => Rune.GetUnicodeCategory(sign) switch
    {
        _ when sign.Value is '\t' or '\r' or '\n' => " ",
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => "?",
        _ => sign.ToString(),
    };

    /// <summary>The columns of one sign: East Asian letters and pictures take two, marks on other letters none.</summary>
    public static int Width(Rune sign) => Rune.GetUnicodeCategory(sign) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => 0,
        _ => sign.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3)
            or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60)
            or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD)
            ? 2
            : 1,
    };
}
