using System.Text.RegularExpressions;
using S2SVpn.Design.Request.Reading;
using S2SVpn.Design.Request.Shapes;

namespace S2SVpn.Design.Request.Rendering;

/// <summary>Puts stars over what looks like a secret in a line that is shown.</summary>
internal static partial class SecretMask
{
    private static readonly WordShape KeySources = new(typeof(KeySource));

    public static string Hide(string line)
    {
        var signs = line.ToCharArray();
        foreach (Match key in Key().Matches(line))
        {
            var start = key.Index + key.Length;
            var name = key.Groups["name"].Value;
            var (from, to) = Value(line, start);
            if (SecretWords.IsSecretName(name) || (name is "keys" or "source" or "secretsManager" or "secrets" && !KeySources.TryRead(line[from..to], out _, out _) && line[start..] is not ['{' or '[', ..]))
            {
                signs.AsSpan(from, to - from).Fill('*');
            }
        }

        return SecretWords.Masked(new string(signs));
    }

    /// <summary>Where a value starts and ends: in quotes, in brackets (to the end of the line), or up to a comma, bracket or comment.</summary>
    private static (int From, int To) Value(string line, int start)
    {
        if (start == line.Length)
        {
            return (start, start);
        }

        if (line[start] is '"' or '\'')
        {
            var close = line.IndexOf(line[start], start + 1);
            return (start + 1, close < 0 ? line.Length : close);
        }

        if (line[start] is '{' or '[' or '|' or '>')
        {
            return (start, line.Length);
        }

        var end = line.AsSpan(start).IndexOfAny(",}]");
        var comment = line.IndexOf(" #", start, StringComparison.Ordinal);
        var to = end < 0 ? line.Length : start + end;
        to = comment < 0 ? to : Math.Min(to, comment);
        return (start, start + line.AsSpan(start, Math.Max(0, to - start)).TrimEnd().Length);
    }

    [GeneratedRegex("""(?<name>[A-Za-z0-9_-]{1,100})["']?\s{0,20}[:=]\s{0,20}""", RegexOptions.CultureInvariant)]
    private static partial Regex Key();
}
