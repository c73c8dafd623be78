using System.Globalization;

namespace S2SVpn.Design.Findings;

/// <summary>
/// The way to a value of the request, by the records: <c>aws.frankfurt.network.cidrs[0]</c>. A site is always named
/// here, also where the request leaves its name out; <see cref="SourceMap"/> knows how it was written.
/// </summary>
internal sealed record RequestPath
{
    private readonly string _text;

    private RequestPath(string text) => _text = text;

    /// <summary>The whole request.</summary>
    public static RequestPath Root { get; } = new("");

    /// <summary>Whether this is the whole request.</summary>
    public bool IsRoot => _text.Length == 0;

    /// <summary>An item of a list.</summary>
    public RequestPath this[int index] =>
        new(string.Create(CultureInfo.InvariantCulture, $"{_text}[{index}]"));

    /// <summary>A key of a record, or a name in a map.</summary>
    public RequestPath this[string key] => new(IsPlain(key)
        ? IsRoot ? key : $"{_text}.{key}"
        : $"{_text}[\"{key.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"]");

    /// <summary>Keys below this one, written as one: <c>path.At("gateway.asn")</c>.</summary>
    public RequestPath At(string keys) => new(IsRoot ? keys : $"{_text}.{keys}");

    /// <summary>The path without its last step, and that step as it is written.</summary>
    internal (RequestPath Parent, string Step) Up()
    {
        var quoted = _text.EndsWith("\"]", StringComparison.Ordinal);
        var cut = quoted ? OpeningQuote() - 1 : _text.LastIndexOfAny(['.', '[']);
        return cut < 0 ? (Root, $".{_text}") : (new RequestPath(_text[..cut]), _text[cut..]);
    }

    public override string ToString() => _text;

    private int OpeningQuote()
    {
        // A quote inside the name has a backslash before it, the opening one a bracket.
        for (var at = _text.Length - 3; at > 0; at--)
        {
            if (_text[at] == '"' && _text[at - 1] == '[')
            {
                return at;
            }
        }

        throw new InvalidOperationException($"{_text} is no path.");
    }

    // Any other name stands in quotes, so that a dot in it doesn't look like a step.
    private static bool IsPlain(string key) =>
        key.Length > 0 && key.All(c => char.IsLetterOrDigit(c) || c is '-' or '_');
}
