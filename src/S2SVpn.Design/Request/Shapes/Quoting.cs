using System.Buffers;
using System.Globalization;
using System.Text;

namespace S2SVpn.Design.Request.Shapes;

/// <summary>Puts quotes around what YAML, or a program that guesses types, would read as something else.</summary>
internal static class Quoting
{
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 _-./@+:");

    // Words that YAML 1.1 or 1.2 takes for true, false or nothing.
    private static readonly string[] Typed = ["true", "false", "yes", "no", "on", "off", "y", "n", "null"];

    /// <summary>A word that is no text, such as a number or a network.</summary>
    public static string Word(string word) =>
        IsPlain(word) && (char.IsAsciiLetterOrDigit(word[0]) || word is ['-', >= '0' and <= '9', ..]) ? word : Quoted(word);

    public static string Text(string text) =>
        IsPlain(text) && (char.IsAsciiLetter(text[0]) || text[0] == '/') && !Typed.Contains(text, StringComparer.OrdinalIgnoreCase)
            ? text
            : Quoted(text);

    private static bool IsPlain(string text) =>
        text.Length > 0 && !text.AsSpan().ContainsAnyExcept(Plain) && !text.Contains(": ", StringComparison.Ordinal)
        && text[^1] is not (' ' or ':');

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var sign in text.EnumerateRunes())
        {
            quoted.Append(sign.Value switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\t' => "\\t",
                _ when !Shows(sign) => sign.IsBmp
                    ? string.Create(CultureInfo.InvariantCulture, $"\\u{sign.Value:X4}")
                    : string.Create(CultureInfo.InvariantCulture, $"\\U{sign.Value:X8}"),
                _ => sign.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }

    private static bool Shows(Rune sign) => Rune.GetUnicodeCategory(sign) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
