using System.Text;
using System.Text.RegularExpressions;

namespace S2SVpn.Design.Request.Reading;

/// <summary>Knows names and texts that are likely to be secrets.</summary>
internal static partial class SecretWords
{
    private const int ShortestToken = 15;
    private const int ShortestPassword = 8;

    private static readonly string[] Nouns =
        ["psk", "password", "passwd", "passphrase", "secret", "token", "credential", "apikey"];

    private static readonly string[] KindsOfKey = ["private", "shared", "access", "api", "account", "preshared", "secret", "encryption"];

    // What gives access in the query of an address: shared access signatures, keys of functions, signed addresses of S3.
    private static readonly string[] Signatures = ["sig", "code", "key", "auth", "pat", "sas", "signature", "X-Amz-Signature"];

    // Not enough to refuse a name: a variable or a tag may have it.
    private static readonly string[] Suspects = ["pass", "pw", "pwd", "pin", "auth", "bearer", "login", "sas", "sig", "signature", "cookie"];
    private static readonly string[] JoinedSuspects = ["connectionstring", "connstr", "connstring", "preshared"];

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
        // Secrets Manager is where secrets are, and none itself.
        return words.Length > 0 && !Harmless.Contains(words[^1]) && !string.Concat(words).StartsWith("secretsmanager", StringComparison.Ordinal)
            && (words.Any(word => Nouns.Contains(word) || Nouns.Contains(word.TrimEnd('s')))
                || (words[^1] is "key" or "keys" && words.Any(word => KindsOfKey.Contains(word)))
                || string.Concat(words) is "presharedkey" or "sharedkey" or "privatekey" or "accesskey" or "secretkey");
    }

    /// <summary>Whether a name is that of a key, without saying of what kind.</summary>
    public static bool IsKeyName(string name) => name.Length <= 200 && Split(name) is [.., "key" or "keys"] && !IsPublicKeyName(name);

    /// <summary>Whether a name is that of a public key, in whose place some write the private one.</summary>
    public static bool IsPublicKeyName(string name) =>
        name.Length <= 200 && Split(name) is [.., "key" or "keys"] words && words.Any(word => word is "ssh" or "public");

    /// <summary>Whether the value of a key of that name, which no request has, is better not shown.</summary>
    public static bool IsSuspect(string name) => name.Length <= 200 && Split(name) is var words
        && (words.Any(word => Suspects.Contains(word) || word.EndsWith("key", StringComparison.Ordinal) || word.EndsWith("keys", StringComparison.Ordinal))
            || JoinedSuspects.Any(string.Concat(words).Contains));

    /// <summary>Whether a text starts as public SSH keys do: the kind, then its own length in four bytes.</summary>
    public static bool IsPublicKey(string text) =>
        (text.StartsWith("ssh-", StringComparison.Ordinal) || text.StartsWith("ecdsa-", StringComparison.Ordinal))
        && text.Contains(" AAAA", StringComparison.Ordinal) && !text.Contains("PRIVATE", StringComparison.Ordinal);

    /// <summary>Whether letters and digits follow each other as at random, as in no name that people choose.</summary>
    public static bool LooksGenerated(string text)
    {
        const int Shortest = 12;
        var changes = 0;
        for (var i = 1; i < text.Length; i++)
        {
            // A capital in front of small letters starts a word.
            changes += char.IsLetterOrDigit(text[i]) && char.IsLetterOrDigit(text[i - 1])
                && Kind(text[i]) != Kind(text[i - 1]) && !(char.IsUpper(text[i - 1]) && char.IsLower(text[i])) ? 1 : 0;
        }

        return text.Length >= Shortest && changes * 3 >= text.Length;

        static int Kind(char sign) => char.IsDigit(sign) ? 0 : char.IsUpper(sign) ? 1 : 2;
    }

    /// <summary>The same with small letters, capitals and digits, as keys have them and ids of the clouds have not.</summary>
    public static bool LooksLikeKey(string text) =>
        text.Any(char.IsAsciiLetterLower) && text.Any(char.IsAsciiLetterUpper) && text.Any(char.IsAsciiDigit) && LooksGenerated(text);

    /// <summary>Whether a name is made of nothing but words that say secret, such as presharedKey1.</summary>
    public static bool IsOnlyWords(string name) => name.Length <= 200
        && Split(name).All(word => Nouns.Contains(word) || Nouns.Contains(word.TrimEnd('s')) || KindsOfKey.Contains(word) || word is "pre" or "key" or "keys" or "presharedkey" or "sharedkey" or "tunnel" or "tunnels" or "value" or "values" or "aws" or "azure" or "link");

    /// <summary>Whether a text is a private key, an access key of AWS, a token of a service, a password's hash, or an address with a password.</summary>
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

        foreach (Match match in text.Contains('$', StringComparison.Ordinal) ? Hash().Matches(text) : Enumerable.Empty<Match>())
        {
            yield return (match.Index, match.Index + match.Length);
        }

        foreach (Match match in text.Contains("://", StringComparison.Ordinal) ? Login().Matches(text).Concat(Webhook().Matches(text)) : [])
        {
            yield return (match.Index, match.Index + match.Length);
        }

        foreach (Match match in text.Length >= ShortestToken ? Token().Matches(text) : Enumerable.Empty<Match>())
        {
            yield return (match.Index, match.Index + match.Length);
        }

        foreach (Match match in text.Contains('?', StringComparison.Ordinal) ? Query().Matches(text) : Enumerable.Empty<Match>())
        {
            if (match.Groups["name"].Value is var name && (IsSecretName(name) || Signatures.Contains(name, StringComparer.OrdinalIgnoreCase)))
            {
                var value = match.Groups["value"];
                yield return (value.Index, value.Index + value.Length);
            }
        }
    }

    /// <summary>The same, and what a sentence or a name in front of a host says to be one: not enough to refuse it, and enough not to show it.</summary>
    public static IEnumerable<(int From, int To)> FindHidden(string text)
    {
        foreach (var range in Find(text))
        {
            yield return range;
        }

        foreach (Match match in text.Contains('@', StringComparison.Ordinal) ? User().Matches(text) : Enumerable.Empty<Match>())
        {
            yield return (match.Index, match.Index + match.Length);
        }

        foreach (Match match in Said().Matches(text).Where(match => match.Groups["sign"].Value.Contains('=', StringComparison.Ordinal) || LooksGenerated(match.Groups["value"].Value) || (match.Groups["sign"].Value.Trim().Length > 0 && IsPassword(match.Groups["value"].Value))))
        {
            var value = match.Groups["value"];
            yield return (value.Index, value.Index + value.Length);
        }
    }

    // No word, and no name or path of where a secret is.
    private static bool IsPassword(string text) => text.Length >= ShortestPassword && text.Any(char.IsAsciiDigit) && text.Any(char.IsAsciiLetter) && !text.Any(sign => sign is '/' or '-' or '_' or '.');

    /// <summary>The text with stars in place of these.</summary>
    public static string Masked(string text)
    {
        var masked = new StringBuilder();
        var end = 0;
        foreach (var (from, to) in TextRanges.Merge(FindHidden(text)))
        {
            masked.Append(text, end, from - end).Append("****");
            end = to;
        }

        return masked.Append(text, end, text.Length - end).ToString();
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

        // psk1 is a psk, too.
        return [.. text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')).Where(word => word.Length > 0)];
    }

    [GeneratedRegex("(?<![A-Za-z0-9])(AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex AccessKey();

    // As /etc/shadow has them: man7.org/linux/man-pages/man5/crypt.5.html. Argon2 has its own prefixes: github.com/P-H-C/phc-winner-argon2.
    [GeneratedRegex(@"\$(1|2[abxy]?|3|5|6|7|y|gy|md5|sha1|apr1|argon2(i|d|id))[$,][A-Za-z0-9./$,=+-]{16,500}", RegexOptions.CultureInvariant)]
    private static partial Regex Hash();

    // By what services put in front: docs.github.com/authentication (GitHub's token formats), docs.gitlab.com/security/tokens (token prefixes),
    // api.slack.com/authentication/token-types, developer.hashicorp.com/terraform (API tokens), cloud.google.com/docs/authentication/api-keys. A key of an Azure storage account is 64 bytes in base64.
    [GeneratedRegex(@"(?<![A-Za-z0-9])(gh[pousr]_[A-Za-z0-9]{20,255}|github_pat_[A-Za-z0-9_]{20,255}|glpat-[A-Za-z0-9_-]{20,255}|xox[abeoprs]-[A-Za-z0-9-]{10,255}|AIza[A-Za-z0-9_-]{35}|[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_-]{20,255}|eyJ[A-Za-z0-9_-]{10,2000}\.eyJ[A-Za-z0-9_-]{10,2000}|(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{86}==(?![A-Za-z0-9+/=]))", RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    // Whoever has such an address may write there: its path is the secret.
    [GeneratedRegex(@"(?<=://(hooks\.slack\.com/(services|workflows|triggers)|[a-z0-9.-]{0,100}webhook\.office\.com/webhookb2|(discord|discordapp)\.com/api/webhooks|events\.pagerduty\.com/integration|api\.opsgenie\.com/v1/json)/)[^\s""']{8,500}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Webhook();

    [GeneratedRegex(@"[?&](?<name>[A-Za-z0-9_.-]{1,50})=(?<value>[^&\s#""']{1,500})", RegexOptions.CultureInvariant)]
    private static partial Regex Query();

    // As before a host, without what says that it is an address.
    [GeneratedRegex(@"(?<=(^|[\s'""])[^/\s:@'""${]{1,200}:)[^/\s@'""]{1,200}(?=@[A-Za-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex User();

    // In a sentence: password=… or, where it looks like one, psk: ….
    [GeneratedRegex(@"(?<![A-Za-z0-9])(psk|pre-?shared[ _-]?key|(account|access|storage)[ _-]?key|client[ _-]?secret|password|passwd|passphrase|pwd|secret|token|api[ _-]?key)(?<sign>\s*[=:]\s*|\s+is:?\s+|\s+)(?<value>[^\s=:,;'""(){}\[\]$]{4,200})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Said();

    [GeneratedRegex(@"(?<=://[^/\s:@]{0,200}:)[^/\s@]{1,200}(?=@)", RegexOptions.CultureInvariant)]
    private static partial Regex Login();
}
