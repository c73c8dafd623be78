using System.Buffers;

namespace S2SVpn.Design.Request.Reading;

/// <summary>
/// Lets <c>${env:NAME}</c> stand without quotes also inside braces and brackets, where YAML takes its braces for its own:
/// the signs in it are stood in for by private ones of Unicode while YAML is read, which moves nothing.
/// </summary>
internal sealed class EnvExpressionEscaper
{
    private const char First = '\uE000';
    private const char Last = '\uE07F';
    private static readonly SearchValues<char> Stops = SearchValues.Create("{}\"'\r\n");
    private readonly bool _on;

    private EnvExpressionEscaper(string text, bool on) => (Text, _on) = (text, on);

    public string Text { get; }

    public static EnvExpressionEscaper Over(string text)
    {
        if (!text.Contains("${env:", StringComparison.Ordinal) || text.AsSpan().ContainsAnyInRange(First, Last))
        {
            return new EnvExpressionEscaper(text, on: false);
        }

        var signs = text.ToCharArray();
        for (var at = text.IndexOf("${env:", StringComparison.Ordinal); at >= 0;)
        {
            var end = text.AsSpan(at + 2).IndexOfAny(Stops);
            if (end >= 0 && text[at + 2 + end] == '}')
            {
                Cover(signs.AsSpan(at + 1, end + 2));
            }

            at = text.IndexOf("${env:", at + 2, StringComparison.Ordinal);
        }

        return new EnvExpressionEscaper(new string(signs), on: true);
    }

    public string Remove(string text) => !_on || !text.AsSpan().ContainsAnyInRange(First, Last)
        ? text
        : string.Create(text.Length, text, static (signs, text) =>
        {
            for (var i = 0; i < signs.Length; i++)
            {
                signs[i] = text[i] is >= First and <= Last ? (char)(text[i] - First) : text[i];
            }
        });

    private static void Cover(Span<char> signs)
    {
        foreach (ref var sign in signs)
        {
            if (char.IsAscii(sign) && !char.IsAsciiLetterOrDigit(sign))
            {
                sign = (char)(First + sign);
            }
        }
    }
}
