using System.Globalization;
using System.Text;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.App.Pages;

/// <summary>
/// The drills of a rehearsal as a picture: a row a drill, how many of its flows had no answer, from the loss on, and below it which tunnels
/// carried them.
/// </summary>
internal static class DrillPlot
{
    private const int Row = 42;
    private const int High = 20;
    private const int Band = 9;

    // Of them there are colours in the page's style.
    private const int Colours = 8;
    private const int Wide = 360;
    private const double Sign = 12 * 0.605;

    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    public static string Write(IReadOnlyList<LabDrill> drills)
    {
        var names = (drills.Max(drill => drill.Name.Length) * Sign) + 20;
        var longest = Math.Max(1, Math.Ceiling(drills.Max(End)));
        var texts = drills.Select(drill => string.Create(Plain, $"{drill.Seconds:0.0} s, {drill.Affected} of {drill.Flows} flows")).ToList();
        var tunnels = drills.SelectMany(drill => drill.Ways).Select(way => way.Tunnel).Distinct().Order(StringComparer.Ordinal).ToList();
        var (width, height) = (names + Wide + 10 + (texts.Max(text => text.Length) * Sign), (drills.Count * Row) + 24 + (tunnels.Count == 0 ? 0 : Row / 2));
        var svg = new StringBuilder(string.Create(Plain, $"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"plot\" width=\"{width:0}\" height=\"{height}\" viewBox=\"0 0 {width:0} {height}\" role=\"img\"><title>Flows without traffic, by drill and second</title>\n"));
        foreach (var (drill, index) in drills.Select((drill, index) => (drill, index)))
        {
            var y = index * Row;
            var kind = drill.Passed ? "good" : "bad";
            svg.Append(Plain, $"<text x=\"0\" y=\"{y + 19}\">{Html.Escaped(drill.Name)}</text><line x1=\"{names:0}\" x2=\"{names:0}\" y1=\"{y}\" y2=\"{y + Row}\"/>");
            foreach (var (from, to, share) in Spans(drill))
            {
                svg.Append(Plain, $"<rect class=\"{kind}\" x=\"{names + (from / longest * Wide):0.#}\" y=\"{y + 4 + (High * (1 - share)):0.#}\" width=\"{Math.Max(1, (to - from) / longest * Wide):0.#}\" height=\"{Math.Max(1, High * share):0.#}\"/>");
            }

            foreach (var (way, from, to, above) in Bands(drill, tunnels, longest))
            {
                svg.Append(Plain, $"<rect class=\"way way{tunnels.IndexOf(way.Tunnel) % Colours}\" x=\"{names + (from / longest * Wide):0.#}\" y=\"{y + 27 + (Band * above):0.#}\" width=\"{(to - from) / longest * Wide:0.#}\" height=\"{Band * way.Share:0.#}\"><title>{Html.Escaped(way.Tunnel)}: {way.Share:0%}</title></rect>");
            }

            svg.Append(Plain, $"<text x=\"{names + (End(drill) / longest * Wide) + 8:0.#}\" y=\"{y + 19}\">{texts[index]}</text>\n");
        }

        var left = 0.0;
        foreach (var (tunnel, index) in tunnels.Select((tunnel, index) => (tunnel, index)))
        {
            var y = (drills.Count * Row) + 4;
            svg.Append(Plain, $"<rect class=\"way way{index % Colours}\" x=\"{left:0}\" y=\"{y}\" width=\"10\" height=\"10\"/><text x=\"{left + 14:0}\" y=\"{y + 10}\">{Html.Escaped(tunnel)}</text>");
            left += 30 + (tunnel.Length * Sign);
        }

        return svg.Append(Plain, $"<text x=\"{names:0}\" y=\"{height - 6}\">0</text><text x=\"{names + Wide - (5 * Sign):0.#}\" y=\"{height - 6}\">{longest:0} s</text>\n</svg>").ToString();
    }

    // Where no flow was silent for long enough to tell when, a bar of the longest wait.
    private static IEnumerable<(double From, double To, double Share)> Spans(LabDrill drill) => drill.Timeline.Count == 0
        ? [(0, drill.Seconds, (double)drill.Affected / Math.Max(1, drill.Flows))]
        : drill.Timeline.Zip(drill.Timeline.Skip(1), (one, next) => (one.At, next.At, (double)one.Silent / Math.Max(1, drill.Flows))).Where(span => span.Item3 > 0);

    // Until the next step, or the end of the picture; one on top of the other, in the order of their names.
    private static IEnumerable<(LabDrillWay Way, double From, double To, double Above)> Bands(LabDrill drill, List<string> tunnels, double longest)
    {
        var times = drill.Ways.Select(way => way.At).Append(longest).Distinct().Order().Where(at => at <= longest).ToList();
        foreach (var (from, to) in times.Zip(times.Skip(1)))
        {
            var above = 0.0;
            foreach (var tunnel in tunnels)
            {
                if (drill.Ways.LastOrDefault(way => way.Tunnel == tunnel && way.At <= from) is { Share: > 0 } way)
                {
                    yield return (way, from, to, above);
                    above += way.Share;
                }
            }
        }
    }

    private static double End(LabDrill drill) => drill.Timeline.Select(step => step.At).Append(drill.Seconds).Max();
}
