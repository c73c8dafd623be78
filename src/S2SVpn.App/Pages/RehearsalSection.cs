using System.Globalization;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.App.Pages;

/// <summary>What a rehearsal found: its checks, and its drills one after another with the flows that each left without traffic, over time.</summary>
internal static class RehearsalSection
{
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
            html.Heading("Drills, in their order").Raw($"<div class=\"wide\">{DrillPlot.Write(report.Drills)}</div>\n").Table(
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
}
