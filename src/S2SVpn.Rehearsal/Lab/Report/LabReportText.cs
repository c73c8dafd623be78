using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace S2SVpn.Rehearsal.Lab.Report;

/// <summary>Writes a report for people and for machines.</summary>
public static class LabReportText
{
    private const int MostEdits = 20;

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="report">The report.</param>
    /// <param name="format"><c>text</c>, <c>json</c>, <c>markdown</c> or <c>junit</c>.</param>
    /// <param name="width">Of the terminal.</param>
    public static string Write(LabReport report, string format, int width = 120)
    {
        ArgumentNullException.ThrowIfNull(report);
        return format switch
        {
            "json" => $"{JsonSerializer.Serialize(report, Indented)}\n",
            "markdown" => Markdown(report),
            "junit" => $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{Junit(report)}\n",
            _ => Text(report, width),
        };
    }

    private static string Text(LabReport report, int width)
    {
        var text = new StringBuilder("\n");
        foreach (var group in report.Checks.GroupBy(check => check.Group))
        {
            var failed = group.Where(check => !check.Passed).ToList();
            text.Append(CultureInfo.InvariantCulture, $"{(failed.Count == 0 ? "ok  " : "FAIL")}  {group.Key,-9} {group.Count() - failed.Count} of {group.Count()}{Sample(group.ToList(), width)}\n");
            foreach (var check in failed)
            {
                text.Append(Failure(check));
            }
        }

        if (report.Drills.Count > 0)
        {
            var wide = report.Drills.Max(drill => drill.Name.Length) + 2;
            text.Append(CultureInfo.InvariantCulture, $"\n      {"drill".PadRight(wide)} {"flows hit",10} {"packets lost",14} {"seconds",8}\n");
            foreach (var drill in report.Drills)
            {
                text.Append(CultureInfo.InvariantCulture, $"{(drill.Passed ? "ok  " : "FAIL")}  {drill.Name.PadRight(wide)} {$"{drill.Affected} of {drill.Flows}",10} {$"{drill.Lost} of {drill.Sent}",14} {drill.Seconds,8:0.0}  {drill.Outcome}\n");
            }
        }

        return text.Append('\n').Append(Edits(report, "      ")).Append(Notes(report, "")).Append(Verdict(report)).Append('\n').ToString();
    }

    private static string Sample(List<LabCheck> checks, int width)
    {
        var seen = checks.Where(check => check.Passed).Select(check => check.Seen).Distinct().ToList();
        return seen is [var only] && only.Length + 26 <= width ? $"  {only}" : "";
    }

    private static string Failure(LabCheck check)
    {
        var text = new StringBuilder();
        void Line(string name, string? value) => text.Append(value is null ? "" : $"          {name,-9} {value}\n");
        text.Append($"      {check.Name}\n");
        Line("expected", check.Expected);
        Line("seen", check.Seen);
        Line("cause", check.Explanation?.Cause);
        Line("AWS", check.Explanation?.Aws);
        Line("Azure", check.Explanation?.Azure);
        foreach (var resource in (check.Explanation?.Resources ?? []).Distinct())
        {
            Line("resource", resource);
        }

        Line("log", check.Explanation?.Log);
        Line("request", check.Explanation?.RequestLine);
        return text.ToString();
    }

    private static string Markdown(LabReport report)
    {
        var text = new StringBuilder($"{Verdict(report)}\n\n| | check | expected | seen |\n|---|---|---|---|\n");
        foreach (var check in report.Checks)
        {
            text.Append($"| {(check.Passed ? "ok" : "**FAIL**")} | {check.Group} {Cell(check.Name)} | {Cell(check.Expected)} | {Cell(check.Seen)} |\n");
        }

        foreach (var check in report.Checks.Where(check => check.Explanation is not null))
        {
            text.Append($"\n**{check.Group} {check.Name}**: {check.Explanation!.Cause}\n");
            foreach (var (name, value) in new[] { ("AWS", check.Explanation.Aws), ("Azure", check.Explanation.Azure), ("resources", check.Explanation.Resources.Count == 0 ? null : string.Join(", ", check.Explanation.Resources)), ("log", check.Explanation.Log), ("request", check.Explanation.RequestLine) })
            {
                text.Append(value is null ? "" : $"- {name}: `{value.Replace('`', '\'')}`\n");
            }
        }

        if (report.Drills.Count > 0)
        {
            text.Append("\n| | drill | flows hit | packets lost | seconds | outcome |\n|---|---|---|---|---|---|\n");
            foreach (var drill in report.Drills)
            {
                text.Append(CultureInfo.InvariantCulture, $"| {(drill.Passed ? "ok" : "**FAIL**")} | {Cell(drill.Name)} | {drill.Affected} of {drill.Flows} | {drill.Lost} of {drill.Sent} | {drill.Seconds:0.0} | {Cell(drill.Outcome)} |\n");
            }
        }

        return text.Append(report.Edits.Count > 0 ? "\n" : "").Append(Edits(report, "- ")).Append(report.Notes.Count > 0 ? "\n" : "").Append(Notes(report, "- ")).ToString();
    }

    private static string Notes(LabReport report, string bullet) => string.Concat(report.Notes.Select(note => $"{bullet}{note}\n"));

    private static string Edits(LabReport report, string bullet) => report.Edits.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture,
        $"Edited, in {report.Edits.Count} {(report.Edits.Count == 1 ? "place" : "places")} (a check that passes need not have looked there):\n{(bullet[0] == '-' ? "\n" : "")}")
        + string.Concat(report.Edits.Take(MostEdits).Select(place => $"{bullet}{place}\n"))
        + (report.Edits.Count > MostEdits ? string.Create(CultureInfo.InvariantCulture, $"{bullet}and {report.Edits.Count - MostEdits} more\n") : "") + "\n";

    private static XElement Junit(LabReport report)
    {
        var groups = report.Checks.GroupBy(check => check.Group).Select(group => Suite(group.Key, group.Select(check => Case(
            check.Group, check.Name, check.Passed ? null : $"expected: {check.Expected}\nseen: {check.Seen}\n{Failure(check)}"))));
        var drills = report.Drills.Count == 0 ? [] : new[] { Suite("drills", report.Drills.Select(drill => Case("drills", drill.Name, drill.Passed ? null : drill.Outcome))) };
        return new XElement("testsuites", groups.Concat(drills));
    }

    private static XElement Suite(string name, IEnumerable<XElement> cases)
    {
        var all = cases.ToList();
        return new XElement("testsuite", new XAttribute("name", name), new XAttribute("tests", all.Count), new XAttribute("failures", all.Count(each => each.HasElements)), all);
    }

    private static XElement Case(string group, string name, string? failure) => new(
        "testcase", new XAttribute("classname", group), new XAttribute("name", name), failure is null ? null : new XElement("failure", failure));

    private static string Verdict(LabReport report)
    {
        var failed = report.Checks.Count(check => !check.Passed) + report.Drills.Count(drill => !drill.Passed);
        return string.Create(CultureInfo.InvariantCulture, $"{(report.Passed ? "All holds" : $"{failed} of {report.Checks.Count + report.Drills.Count} do not hold")}: {report.Checks.Count} checks, {report.Drills.Count} drills. The tunnels stood after {report.BringUpSeconds:0.0} s.");
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
