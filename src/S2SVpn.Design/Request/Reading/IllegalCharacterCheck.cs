using System.Buffers;
using System.Globalization;
using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Request.Reading;

/// <summary>Stops at a text that is too long to look at, and at signs that no YAML may hold.</summary>
internal static class IllegalCharacterCheck
{
    // A NUL would end the text for the scanner, and what is behind it would be lost.
    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        Enumerable.Range(0, 0x20).Append(0x7F).Append(0xFFFE).Append(0xFFFF).Concat(Enumerable.Range(0xD800, 0x800))
            .Select(code => (char)code).Except(['\t', '\r', '\n']).ToArray());

    public static void Check(SourceText source)
    {
        var text = source.Text;
        if (text.Length > Limits.Characters)
        {
            throw new ParseAbortedException(
                ReadingCodes.TooBig, source.Span(0, 0),
                string.Create(CultureInfo.InvariantCulture, $"the file has more than {Limits.Characters} characters"),
                "Check that it is the right file; split a request with very many sites into several.");
        }

        for (var at = Next(text, 0); at >= 0; at = Next(text, at))
        {
            if (at + 1 == text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
            {
                var what = char.IsSurrogate(text[at]) ? "an unpaired surrogate" : $"a control character (U+{(int)text[at]:X4})";
                throw new ParseAbortedException(ReadingCodes.Syntax, source.Span(at, at + 1), $"not valid YAML: the file contains {what}", "Remove it.");
            }

            at += 2;
        }
    }

    private static int Next(string text, int from)
    {
        var found = text.AsSpan(from).IndexOfAny(Suspects);
        return found < 0 ? -1 : from + found;
    }
}
