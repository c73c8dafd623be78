using System.Globalization;
using S2SVpn.Rehearsal.Changes.Forecasts;

namespace S2SVpn.Rehearsal.Changes.Report;

/// <summary>An apply as a picture: a bar for each tunnel, and what is done when.</summary>
internal static class ChangeTimeline
{
    private const int Narrowest = 20;
    private const int Widest = 60;

    // Between two numbers of the axis.
    private static readonly int[] Distances = [1, 2, 5, 10, 20, 30, 60, 120, 240];

    // Shorter ones are counted.
    private const double Shortest = 1;

    public static IEnumerable<string> Bars(ChangeForecast forecast, int width)
    {
        var shown = forecast.Tunnels.Where(tunnel => tunnel.Minutes > 0).ToList();
        if (shown.Count == 0)
        {
            yield break;
        }

        // Whoever reads it wants to see the others stay up.
        var rows = forecast.Tunnels.Count <= 16 ? forecast.Tunnels : shown;
        var label = rows.Max(row => row.Name.Length) + 2;
        var columns = Math.Clamp(width - label - 24, Narrowest, Widest);
        yield return $"{"minutes".PadRight(label)}{Axis(forecast.Minutes, columns)}";
        foreach (var row in rows)
        {
            var down = row.Down.Count == 0 ? "up" : $"down {string.Join(", ", row.Down.Select(Times))}";
            yield return $"{row.Name.PadRight(label)}{Bar(row.Down, forecast.Minutes, columns)}  {down}";
        }
    }

    public static IEnumerable<string> Operations(ChangeForecast forecast)
    {
        var all = forecast.Operations.Where(operation => operation.End - operation.Start >= Shortest).ToList();
        var width = all.Select(operation => Times(new Interval(operation.Start, operation.End)).Length).DefaultIfEmpty(0).Max();
        foreach (var operation in all)
        {
            yield return $"{Times(new Interval(operation.Start, operation.End)).PadRight(width)}  {Words(operation)} {operation.Change.Type} {operation.Change.Name}{(operation.IsEstimate ? " (estimate)" : "")}";
        }

        var rest = forecast.Operations.Count - all.Count;
        if (rest > 0)
        {
            var others = $"{rest.ToString(CultureInfo.InvariantCulture)} {(rest == 1 ? "operation" : "operations")} of less than a minute{(rest == 1 ? "" : " each")}";
            yield return all.Count == 0 ? others : $"{"".PadRight(width)}  and {others}";
        }
    }

    public static string Times(Interval time) => string.Create(CultureInfo.InvariantCulture, $"{Whole(time.Start)}-{Whole(time.End)}");

    private static string Whole(double minutes) => Math.Round(minutes, minutes < 10 ? 1 : 0, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture);

    private static string Words(PlannedOperation operation) => operation.Kind.ToString().ToLowerInvariant();

    private static string Bar(IReadOnlyList<Interval> down, double minutes, int columns)
    {
        var bar = Enumerable.Repeat('-', columns).ToArray();
        foreach (var time in down)
        {
            var first = Math.Min(columns - 1, (int)(time.Start / minutes * columns));
            var last = Math.Clamp((int)Math.Ceiling(time.End / minutes * columns) - 1, first, columns - 1);
            Array.Fill(bar, '#', first, last - first + 1);
        }

        return new string(bar);
    }

    // Three or four round numbers.
    private static string Axis(double minutes, int columns)
    {
        var step = Distances.FirstOrDefault(one => minutes / one <= 5, 480);
        var axis = Enumerable.Repeat(' ', columns + 6).ToArray();
        for (var at = 0; at <= minutes; at += step)
        {
            var text = at.ToString(CultureInfo.InvariantCulture);
            text.CopyTo(0, axis, Math.Min(columns, (int)(at / minutes * columns)), text.Length);
        }

        return new string(axis).TrimEnd();
    }
}
