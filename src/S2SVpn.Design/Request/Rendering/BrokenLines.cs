using System.Text.RegularExpressions;
using S2SVpn.Design.Request.Reading;
using S2SVpn.Design.Request.Shapes;

namespace S2SVpn.Design.Request.Rendering;

/// <summary>Judges lines that can't be read: all is hidden behind a name that has to do with keys, and in the lines indented below it.</summary>
internal static partial class BrokenLines
{
    private static readonly HashSet<string> Names = new(
        RecordShape.Of(typeof(KeyRequest)).Keys.Concat(RecordShape.Of(typeof(SecretsManagerKeys)).Keys)
            .Concat(RecordShape.Of(typeof(KeyVaultKeys)).Keys).Select(key => key.Name),
        StringComparer.OrdinalIgnoreCase);

    /// <param name="text">The file's text.</param>
    /// <param name="from">From where it can't be read.</param>
    public static IEnumerable<(int From, int To)> Find(string text, int from)
    {
        var above = -1;
        for (var at = from; at < text.Length;)
        {
            var end = text.AsSpan(at).IndexOfAny('\r', '\n') is >= 0 and var length ? at + length : text.Length;
            // The first line may start in its middle, but is judged as a whole.
            var start = at == 0 ? 0 : text.LastIndexOfAny(['\r', '\n'], at - 1) + 1;
            var line = text[start..end];
            var indent = line.Length - line.TrimStart().Length;
            if (indent < line.Length)
            {
                var item = line[indent] == '-';
                if (above >= 0 && (indent > above || (indent == above && item)))
                {
                    yield return (start + indent, end);
                }
                else
                {
                    var name = Key().Matches(line).FirstOrDefault(key => IsSecretName(key.Groups["name"].Value));
                    above = name is null ? -1 : indent;
                    if (name is not null)
                    {
                        yield return (start + name.Index + name.Length, end);
                    }

                    foreach (Match word in Word().Matches(line).Where(word => SecretWords.LooksGenerated(word.Value)))
                    {
                        yield return (start + word.Index, start + word.Index + word.Length);
                    }
                }
            }

            at = end + 1;
        }
    }

    /// <summary>Whether a comment names a secret with its value, or has what looks like one.</summary>
    public static bool SaysSecret(string comment) =>
        Key().Matches(comment).Any(key => IsSecretName(key.Groups["name"].Value)) || Word().Matches(comment).Any(word => SecretWords.LooksGenerated(word.Value));

    private static bool IsSecretName(string name) =>
        Names.Contains(name) || SecretWords.IsSecretName(name) || SecretWords.IsPublicKeyName(name) || SecretWords.IsSuspect(name);

    [GeneratedRegex("""(?<name>[A-Za-z0-9_-]{1,100})["']?\s{0,20}[:=]\s{0,20}""", RegexOptions.CultureInvariant)]
    private static partial Regex Key();

    [GeneratedRegex("[A-Za-z0-9_+-]{1,200}", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
