using YamlDotNet.Core;

namespace S2SVpn.Design.Request.Reading;

/// <summary>Says what is wrong where YAML can't be read.</summary>
internal static class SyntaxTrouble
{
    /// <summary>Stops at signs that no YAML may hold, and at a text that is too long to look at.</summary>
    public static void CheckSigns(SourceText source)
    {
        if (source.Text.Length > Limits.Characters)
        {
            throw new StopReading(
                ReadingCodes.TooBig, source.Span(0, 0),
                $"the file has {source.Text.Length} characters, and {Limits.Characters} are allowed",
                "Check that it is the right file; split very many sites over several requests.");
        }

        for (var at = 0; at < source.Text.Length; at++)
        {
            var sign = source.Text[at];
            if ((sign < ' ' && sign is not ('\t' or '\r' or '\n')) || sign is '\u007F' or '\uFFFE' or '\uFFFF')
            {
                throw Forbidden(source, at, $"a control character (U+{(int)sign:X4})");
            }

            if (char.IsSurrogate(sign))
            {
                if (!char.IsHighSurrogate(sign) || at + 1 == source.Text.Length || !char.IsLowSurrogate(source.Text[at + 1]))
                {
                    throw Forbidden(source, at, "half a character");
                }

                at++;
            }
        }
    }

    public static Finding Explain(SourceText source, YamlException error)
    {
        var at = (int)Math.Clamp(error.Start.Index, 0, source.Text.Length);
        var (message, fix) = Words(source.Text, at, error.Message);
        return new Finding
        {
            Code = ReadingCodes.Syntax,
            Level = FindingLevel.Error,
            Message = $"this is no YAML: {message}",
            Fix = fix,
            Places = [new FindingPlace("", source.RestOfLine(at))],
        };
    }

    private static StopReading Forbidden(SourceText source, int at, string what) => new(
        ReadingCodes.Syntax, source.Span(at, at + 1), $"this is no YAML: {what} stands in it", "Remove it.");

    private static (string Message, string Fix) Words(string text, int at, string original)
    {
        var sign = at < text.Length ? text[at] : '\0';
        if (sign == '\t')
        {
            return ("a line is indented with a tab", "Indent with spaces.");
        }

        if (sign is '@' or '`' or '%' && original.Contains("token", StringComparison.Ordinal))
        {
            return ($"no value can start with {sign}", "Put quotes around it.");
        }

        const string Columns = "Indent all keys of a map alike, put a space behind each colon, and close each quote and bracket.";
        return (Phrase(original), Columns);
    }

    // The parser's own sentences name what it was reading and what it met, and hold nothing of the file.
    private static string Phrase(string original)
    {
        var phrase = original.TrimEnd('.', ' ');
        return phrase.Length == 0 ? "it can't be read" : char.ToLowerInvariant(phrase[0]) + phrase[1..];
    }
}
