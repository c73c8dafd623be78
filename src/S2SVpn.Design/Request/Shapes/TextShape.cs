using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Request.Shapes;

/// <summary>A text, which may have to look like something.</summary>
internal sealed class TextShape(PatternAttribute? pattern, bool mayBeEmpty) : ScalarShape
{
    /// <summary>Longer than any id of either cloud, and than any key of a state.</summary>
    private const int LongestPatterned = 1024;

    // ECMAScript is what the JSON Schema's patterns are read as, too.
    private readonly Lazy<Regex>? _regex = pattern is { Pattern: var source }
        ? new(() => new Regex(source, RegexOptions.ECMAScript, TimeSpan.FromSeconds(1)))
        : null;

    public string? Pattern => pattern?.Pattern;

    /// <summary>Whether a number without quotes can be one.</summary>
    public bool TakesNumbers => TryRead("1", out _, out _) || TryRead("000000000000", out _, out _);

    public bool MayBeEmpty => mayBeEmpty;

    /// <summary>A text without its capitals and spaces, where that is its short form; otherwise null.</summary>
    public string? ShortForm(string text)
    {
        var shortened = text.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        return pattern is { HasLongForm: true } && TryRead(shortened, out _, out _) ? shortened : null;
    }

    public override string Code => ReadingCodes.Illegal;

    public override string MismatchPhrase => pattern is null ? "is not a text" : $"is not {pattern.Meaning}";

    public override bool TryRead(
        string text, [NotNullWhen(true)] out object? value, [NotNullWhen(false)] out string? reason)
    {
        reason = text.Length == 0 && !mayBeEmpty ? "is empty"
            : _regex is not null && !Matches(_regex.Value, text) ? MismatchPhrase
            : null;
        value = reason is null ? text : null;
        return reason is null;
    }

    public override string Write(object value) => (string)value;

    public override string WriteYaml(object value) => Quoting.Text((string)value);

    private static bool Matches(Regex regex, string text)
    {
        try
        {
            // A $ also matches before a line end at the end of the text; the length tells.
            return text.Length <= LongestPatterned && regex.Match(text) is { Success: true } match
                && (match.Length == text.Length || !text.EndsWith('\n'));
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
