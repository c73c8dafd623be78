using System.Buffers;
using System.Globalization;
using System.Text;
using S2SVpn.Design.Findings;
using S2SVpn.Design.Request.Shapes;

namespace S2SVpn.Design.Request.Reading;

/// <summary>Gathers findings, and words those that several readers have.</summary>
internal sealed class FindingCollector
{
    private static readonly SearchValues<char> KeySigns =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

    /// <summary>Where keys belong that somebody wrote into the request.</summary>
    public const string KeysElsewhere =
        "The keys themselves stay out of this file: write keys: variables and give them to Terraform as TF_VAR_psk_…, or name secrets of a store in keys.secretsManager or keys.keyVault.";

    /// <summary>What stands in a message in place of what may be a secret.</summary>
    public const string NotShown = "(not shown here)";

    private readonly Dictionary<(string Code, SourceSpan Span, string Fix), Finding> _findings = [];

    private int _tried;

    public bool None => _findings.Count == 0;

    /// <summary>In the order of the file. What an alias repeats is said once.</summary>
    public ValueList<Finding> InOrder() =>
        _findings.Values.OrderBy(finding => finding.Place.Span.Line).ThenBy(finding => finding.Place.Span.Column).ToValueList();

    public void Add(Finding finding)
    {
        // The path differs where an alias repeats a value; the place and what to do about it don't.
        _findings.TryAdd((finding.Code, finding.Place.Span, finding.Fix), finding);
        if (++_tried == Limits.FindingCollector)
        {
            throw new FindingLimitException();
        }
    }

    public void Add(string code, string message, string fix, params ReadOnlySpan<FindingPlace> places) => Add(new Finding
    {
        Code = code,
        Level = FindingLevel.Error,
        Message = message,
        Fix = fix,
        Places = ValueList.Create(places),
    });

    public void WrongKind(Shape wanted, Node given, Place at) => Add(
        ReadingCodes.WrongType,
        $"{at.Name} has {given.Kind}, which {wanted.MismatchPhrase}",
        at.NotShown ? $"{Meaning(at.Key, wanted).TrimEnd('.')}. {KeysElsewhere}"
            : given is ScalarNode { Plain: true } word && IsCrampedKey(word.Text) ? (HasHardSpace(word.Text) ? ReplaceHardSpace : "Put a space behind the colon of each key.")
            : wanted is ListShape ? $"Put a dash before each item: '- '. {Meaning(at.Key)}"
            : Meaning(at.Key, wanted),
        at.Finding);

    public void Empty(Place at) => Add(ReadingCodes.Missing, $"{at.Name} is empty", $"Give it a value. {Meaning(at.Key)}", at.Finding);

    /// <summary>A text of the file in a message: in quotes, on one line, not too long; or nothing of it.</summary>
    public static string Given(string text, Place at) => at.NotShown ? NotShown : Quoted(text);

    public static string Quoted(string given)
    {
        const int Longest = 60;
        var text = SecretWords.Masked(given);
        var quoted = new StringBuilder("'");
        foreach (var sign in text.Length > Longest ? text[..(Longest - 1)] : text)
        {
            quoted.Append(char.IsControl(sign) || char.IsSurrogate(sign) || char.GetUnicodeCategory(sign) == UnicodeCategory.Format ? '?' : sign);
        }

        return quoted.Append(text.Length > Longest ? "…'" : "'").ToString();
    }

    /// <summary>What a key is for, with an example: the fix of a value that is none.</summary>
    public static string Meaning(KeyShape? key, Shape? shape = null)
    {
        if (key is null)
        {
            return "Write at least name, aws with region and network, and azure with location and network.";
        }

        var example = key.Example ?? (shape?.Example is { } one ? $"{key.Name}: {one}" : null);
        return $"{key.Name}: {Lower(FirstSentence(key.Description))}" + (example is null ? "" : $" For example: {example}");
    }

    /// <summary>What to do with a space that is none to YAML.</summary>
    public const string ReplaceHardSpace = "Replace the no-break space (U+00A0) with a space.";

    /// <summary>Whether a text has such a space, as pages and chats have them.</summary>
    public static bool HasHardSpace(string text) => text.Contains('\u00a0', StringComparison.Ordinal);

    // name:shop is one word to YAML.
    private static bool IsCrampedKey(string text) =>
        text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && text.AsSpan(0, colon).IndexOfAnyExcept(KeySigns) < 0;

    public static string FirstSentence(string description) =>
        description.IndexOf(". ", StringComparison.Ordinal) is > 0 and var end ? description[..(end + 1)] : description;

    // Words such as VPC, BGP and E-mail keep their capitals.
    public static string Lower(string sentence) =>
        sentence.Length > 1 && char.IsLower(sentence[1]) ? char.ToLowerInvariant(sentence[0]) + sentence[1..] : sentence;
}
