using System.Globalization;
using S2SVpn.Design.Findings;
using YamlDotNet.Core.Events;

namespace S2SVpn.Design.Request.Reading;

/// <summary>Counts what a file holds, and stops at once where a limit is passed.</summary>
internal sealed class Budget(EventStream events)
{
    private long _values;

    public void Spend(ParsingEvent at, long values)
    {
        _values += values;
        if (_values > Limits.Values)
        {
            throw new ParseAbortedException(
                ReadingCodes.TooBig, events.Span(at),
                string.Create(CultureInfo.InvariantCulture, $"the file holds more than {Limits.Values} values, with aliases followed"),
                "Remove what repeats itself without need; split very many sites over several requests.");
        }
    }

    public void CheckDepth(ParsingEvent at, int depth)
    {
        if (depth > Limits.Depth)
        {
            throw new ParseAbortedException(
                ReadingCodes.TooDeep, events.Span(at),
                string.Create(CultureInfo.InvariantCulture, $"values are nested more than {Limits.Depth} levels deep"),
                "Check the indentation and the brackets above; no key of a request is that deep.");
        }
    }

    public void CheckLength(Scalar word)
    {
        if (word.Value.Length > Limits.Value)
        {
            throw new ParseAbortedException(
                ReadingCodes.TooBig, events.Span(word),
                string.Create(CultureInfo.InvariantCulture, $"a text has more than {Limits.Value} characters"), "Shorten it.");
        }
    }
}
