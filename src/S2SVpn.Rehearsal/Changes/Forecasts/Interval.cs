namespace S2SVpn.Rehearsal.Changes.Forecasts;

/// <summary>A time, in minutes from the start of the apply.</summary>
public readonly record struct Interval(double Start, double End)
{
    public double Minutes => End - Start;

    /// <summary>The same times with nothing twice, in their order.</summary>
    internal static IReadOnlyList<Interval> Union(IEnumerable<Interval> intervals)
    {
        var joined = new List<Interval>();
        foreach (var next in intervals.Where(interval => interval.Minutes > 0).OrderBy(interval => interval.Start))
        {
            if (joined is [.., var last] && next.Start <= last.End)
            {
                joined[^1] = last with { End = Math.Max(last.End, next.End) };
            }
            else
            {
                joined.Add(next);
            }
        }

        return joined;
    }

    /// <summary>The times that are in both.</summary>
    internal static IReadOnlyList<Interval> Common(IReadOnlyList<Interval> left, IReadOnlyList<Interval> right) => Union(
        from one in left
        from other in right
        select new Interval(Math.Max(one.Start, other.Start), Math.Min(one.End, other.End)));
}
