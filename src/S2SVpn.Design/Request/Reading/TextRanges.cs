namespace S2SVpn.Design.Request.Reading;

/// <summary>Parts of a text, each from where it starts to behind its end.</summary>
internal static class TextRanges
{
    /// <summary>In order, and those that meet or overlap as one.</summary>
    public static List<(int From, int To)> Merge(IEnumerable<(int From, int To)> ranges)
    {
        var merged = new List<(int From, int To)>();
        foreach (var range in ranges.Order())
        {
            if (merged.Count > 0 && merged[^1].To >= range.From)
            {
                merged[^1] = (merged[^1].From, Math.Max(merged[^1].To, range.To));
            }
            else
            {
                merged.Add(range);
            }
        }

        return merged;
    }
}
