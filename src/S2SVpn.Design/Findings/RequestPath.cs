using System.Globalization;

namespace S2SVpn.Design.Findings;

/// <summary>
/// The way to a value of the request, by the records: <c>aws.frankfurt.network.cidrs[0]</c>. A site is always named
/// here, also where the request leaves its name out; <see cref="SourceMap"/> knows how it was written.
/// </summary>
internal readonly record struct RequestPath
{
    private readonly string? _text;

    private RequestPath(string text) => _text = text.Length == 0 ? null : text;

    /// <summary>The whole request.</summary>
    public static RequestPath Root => default;

    /// <summary>Whether this is the whole request.</summary>
    public bool IsRoot => Text.Length == 0;

    private string Text => _text ?? "";

    /// <summary>An item of a list.</summary>
    public RequestPath this[int index] =>
        new(string.Create(CultureInfo.InvariantCulture, $"{Text}[{index}]"));

    /// <summary>A key of a record, or a name in a map.</summary>
    public RequestPath this[string key] => new(IsPlain(key)
        ? IsRoot ? key : $"{Text}.{key}"
        : $"{Text}[\"{key.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"]");

    /// <summary>Keys below this one, written as one: <c>path.At("gateway.asn")</c>.</summary>
    public RequestPath At(string keys) => new(IsRoot ? keys : $"{Text}.{keys}");

    /// <summary>The path without its last step, and that step as it is written.</summary>
    internal (RequestPath Parent, string Step) Up()
    {
        var quoted = Text.EndsWith("\"]", StringComparison.Ordinal);
        var cut = quoted ? OpeningQuote() - 1 : Text.LastIndexOfAny(['.', '[']);
        return cut < 0 ? (Root, $".{Text}") : (new RequestPath(Text[..cut]), Text[cut..]);
    }

    public override string ToString() => Text;

    private int OpeningQuote()
    {
        // A quote inside the name has a backslash before it, the opening one a bracket.
        for (var at = Text.Length - 3; at > 0; at--)
        {
            if (Text[at] == '"' && Text[at - 1] == '[')
            {
                return at;
            }
        }

        throw new InvalidOperationException($"{Text} is no path.");
    }

    // Any other name stands in quotes, so that a dot in it doesn't look like a step.
    private static bool IsPlain(string key) =>
        key.Length > 0 && key.All(c => char.IsLetterOrDigit(c) || c is '-' or '_');
}
