using System.Globalization;
using System.Text;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.App.Pages;

/// <summary>What a rehearsal found: its checks, and its drills one after another with the seconds that each took traffic away.</summary>
internal static class RehearsalSection
{
    private const int Row = 26;
    private const int Bar = 360;
    private const double Sign = 12 * 0.605;

    public static void Add(Html html, LabReport? report)
    {
        if (report is null)
        {
            return;
        }

        html.Heading("Rehearsal").Paragraph(string.Create(
            CultureInfo.InvariantCulture,
            $"{(report.Passed ? "Everything held" : "Not everything held")}: {report.Checks.Count(check => check.Passed)} of {report.Checks.Count} checks, {report.Drills.Count(drill => drill.Passed)} of {report.Drills.Count} drills. The tunnels stood after {report.BringUpSeconds:0.0} s."));
        html.Table(["Checks", "Held", "Seen"], report.Checks.GroupBy(check => check.Group).Select(group => (IReadOnlyList<string>)
            [group.Key, string.Create(CultureInfo.InvariantCulture, $"{group.Count(check => check.Passed)} of {group.Count()}"), Seen([.. group])]));
        if (report.Checks.Where(check => !check.Passed).ToList() is { Count: > 0 } failed)
        {
            html.Table(["Failed", "Expected", "Seen", "Why"], failed.Select(check => (IReadOnlyList<string>)
                [$"{check.Group} {check.Name}", check.Expected, check.Seen, check.Explanation?.Cause ?? ""]));
        }

        if (report.Drills.Count > 0)
        {
            html.Heading("Drills, in their order").Raw($"<div class=\"wide\">{Plot(report.Drills)}</div>\n").Table(
                ["Drill", "Flows hit", "Packets lost", "Seconds without traffic", "Outcome"],
                report.Drills.Select(drill => (IReadOnlyList<string>)
                    [drill.Name, Of(drill.Affected, drill.Flows), Of(drill.Lost, drill.Sent), drill.Seconds.ToString("0.0", CultureInfo.InvariantCulture), drill.Outcome]));
        }

        if (report.Notes.Count > 0)
        {
            html.List(report.Notes);
        }
    }

    private static string Seen(List<LabCheck> checks) => checks.Select(check => check.Seen).Distinct().ToList() is [var one] ? one : "";

    private static string Of(int some, int all) => string.Create(CultureInfo.InvariantCulture, $"{some} of {all}");

    // A bar a drill: how long the flow that waited longest had no answer.
    private static string Plot(IReadOnlyList<LabDrill> drills)
    {
        var names = (drills.Max(drill => drill.Name.Length) * Sign) + 20;
        var longest = Math.Max(1, drills.Max(drill => drill.Seconds));
        var texts = drills.Select(drill => string.Create(CultureInfo.InvariantCulture, $"{drill.Seconds:0.0} s, {drill.Affected} of {drill.Flows} flows")).ToList();
        var (width, height) = (names + Bar + 10 + (texts.Max(text => text.Length) * Sign), drills.Count * Row);
        var svg = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"plot\" width=\"{width:0}\" height=\"{height}\" viewBox=\"0 0 {width:0} {height}\" role=\"img\"><title>Seconds without traffic by drill</title>\n"));
        foreach (var (drill, index) in drills.Select((drill, index) => (drill, index)))
        {
            var (y, length) = (index * Row, drill.Seconds / longest * Bar);
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"0\" y=\"{y + 17}\">{Html.Escaped(drill.Name)}</text><line x1=\"{names:0}\" x2=\"{names:0}\" y1=\"{y}\" y2=\"{y + Row}\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{(drill.Passed ? "good" : "bad")}\" x=\"{names:0}\" y=\"{y + 5}\" width=\"{Math.Max(1, length):0.#}\" height=\"16\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{names + length + 8:0.#}\" y=\"{y + 17}\">{texts[index]}</text>\n");
        }

        return svg.Append("</svg>").ToString();
    }
}
