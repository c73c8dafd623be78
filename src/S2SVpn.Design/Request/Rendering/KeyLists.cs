using System.Text.RegularExpressions;

namespace S2SVpn.Design.Request.Rendering;

/// <summary>
/// Puts stars over every item of a list below keys, secretsManager, keyVault and secrets. Names of secrets belong there, and
/// some write the keys themselves.
/// </summary>
internal static partial class KeyLists
{
    public static string Hide(string text)
    {
        if (!Key().IsMatch(text))
        {
            return text;
        }

        var signs = text.ToCharArray();
        foreach (Match key in Key().Matches(text))
        {
            var start = key.Index + key.Length;
            if (start < text.Length && text[start] == '[')
            {
                Hide(signs, start + 1, Close(text, start));
            }
            else if (start == text.Length || text[start] is '\r' or '\n' or '#')
            {
                Items(text, signs, key.Groups["name"].Index - LineStart(text, key.Index), LineEnd(text, start));
            }
        }

        return new string(signs);
    }

    // The lines below a key that are indented as its items.
    private static void Items(string text, char[] signs, int column, int at)
    {
        while (at < text.Length)
        {
            at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
            var end = LineEnd(text, at);
            var line = text.AsSpan(at, end - at);
            var indent = line.Length - line.TrimStart().Length;
            if (line.Length > indent && line[indent] != '#')
            {
                var item = line[indent] == '-';
                if (indent < column || (indent == column && !item) || (!item && Named().IsMatch(line)))
                {
                    return;
                }

                Hide(signs, at + indent + (item ? 1 : 0), end);
            }

            at = end;
        }
    }

    private static int Close(string text, int open)
    {
        var depth = 0;
        for (var at = open; at < text.Length; at++)
        {
            depth += text[at] switch { '[' => 1, ']' => -1, _ => 0 };
            if (depth == 0)
            {
                return at;
            }
        }

        return text.Length;
    }

    // Commas, quotes and line ends stay, so that the list can still be read.
    private static void Hide(char[] signs, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (!char.IsWhiteSpace(signs[at]) && signs[at] is not (',' or '"' or '\'' or '[' or ']'))
            {
                signs[at] = '*';
            }
        }
    }

    private static int LineStart(string text, int at) => text.LastIndexOfAny(['\r', '\n'], Math.Max(0, at)) + 1;

    private static int LineEnd(string text, int at) => text.AsSpan(at).IndexOfAny('\r', '\n') is >= 0 and var end ? at + end : text.Length;

    [GeneratedRegex("""(?<![A-Za-z0-9_-])["']?(?<name>keys|secretsManager|keyVault|secrets)["']?[ \t]{0,20}:[ \t]{0,100}(?![ \t])""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Key();

    [GeneratedRegex("""^\s*["']?[A-Za-z0-9_-]+["']?\s*:(\s|$)""")]
    private static partial Regex Named();
}
