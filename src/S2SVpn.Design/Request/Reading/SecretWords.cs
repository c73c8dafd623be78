using System.Text;
using System.Text.RegularExpressions;

namespace S2SVpn.Design.Request.Reading;

/// <summary>Knows names and texts that are likely to be secrets.</summary>
internal static partial class SecretWords
{
    private static readonly string[] Nouns =
        ["psk", "password", "passwd", "passphrase", "secret", "token", "credential", "credentials", "apikey"];

    private static readonly string[] KindsOfKey = ["private", "shared", "access", "api", "account", "preshared", "secret", "encryption"];

    // What follows the noun says that only the way to a secret is named.
    private static readonly string[] Harmless = ["arn", "name", "names", "id", "ids", "prefix", "path", "file"];

    /// <summary>Whether a key or a variable of that name is likely to hold a secret.</summary>
    public static bool IsSecretName(string name)
    {
        if (name.Length > 200)
        {
            return false;
        }

        var words = Split(name);
        return words.Length > 0 && !Harmless.Contains(words[^1])
            && (words.Any(word => Nouns.Contains(word))
                || (words[^1] is "key" or "keys" && words.Any(word => KindsOfKey.Contains(word)))
                || string.Concat(words) is "presharedkey" or "sharedkey" or "privatekey" or "accesskey" or "secretkey");
    }

    /// <summary>Whether a text is a private key, an access key of AWS, or an address with a password.</summary>
    public static bool IsSecret(string text) => Find(text).Any();

    /// <summary>Where such things start and end in a text.</summary>
    public static IEnumerable<(int From, int To)> Find(string text)
    {
        if (text.IndexOf("PRIVATE KEY-----", StringComparison.Ordinal) is >= 0 and var key)
        {
            yield return (key, text.Length);
        }

        // Most texts hold neither, and then no regular expression has to be made ready.
        foreach (Match match in text.Contains("IA", StringComparison.Ordinal) ? AccessKey().Matches(text) : Enumerable.Empty<Match>())
        {
            yield return (match.Index, match.Index + match.Length);
        }

        foreach (Match match in text.Contains("://", StringComparison.Ordinal) ? Login().Matches(text) : Enumerable.Empty<Match>())
        {
            yield return (match.Index, match.Index + match.Length);
        }
    }

    /// <summary>The text with stars over such things.</summary>
    public static string Masked(string text)
    {
        var signs = text.ToCharArray();
        foreach (var (from, to) in Find(text))
        {
            signs.AsSpan(from, to - from).Fill('*');
        }

        return new string(signs);
    }

    // presharedKey, PRESHARED_KEY and preshared-key are the same words.
    private static string[] Split(string name)
    {
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && !char.IsUpper(name[i - 1]))
            {
                text.Append(' ');
            }

            text.Append(char.IsLetterOrDigit(name[i]) ? char.ToLowerInvariant(name[i]) : ' ');
        }

        return text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    [GeneratedRegex("(?<![A-Za-z0-9])(AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex AccessKey();

    [GeneratedRegex(@"(?<=://[^/\s:@]{0,200}:)[^/\s@]{1,200}(?=@)", RegexOptions.CultureInvariant)]
    private static partial Regex Login();
}
