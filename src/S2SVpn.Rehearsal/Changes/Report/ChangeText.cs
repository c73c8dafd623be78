using System.Globalization;
using System.Text;
using S2SVpn.Rehearsal.Changes.Forecasts;
using S2SVpn.Rehearsal.Changes.Plans;

namespace S2SVpn.Rehearsal.Changes.Report;

/// <summary>Writes a report about a change: for a terminal, as Markdown or as JSON.</summary>
public static class ChangeText
{
    public static readonly IReadOnlyList<string> Formats = ["text", "json", "markdown"];

    private const int UsualWidth = 100;

    public static string Write(ChangeReport report, string format, int width = UsualWidth) => format switch
    {
        "json" => ChangeJson.Write(report),
        "markdown" => Markdown(report, width),
        _ => Text(report, width),
    };

    private static string Text(ChangeReport report, int width)
    {
        var text = new StringBuilder(report.Head).Append('\n');
        if (report.Forecast is { } forecast && report.Refusal is null)
        {
            Section(text, ChangeTimeline.Bars(forecast, width));
            foreach (var lines in Changes(forecast, report))
            {
                Section(text, lines);
            }

            Section(text, ChangeTimeline.Operations(forecast));
            Section(text, Counts(forecast));
        }

        Steps(text, report, width);
        Section(text, report.Notes);
        return text.ToString();
    }

    private static string Markdown(ChangeReport report, int width)
    {
        var text = new StringBuilder("**").Append(report.Head).Append("**\n");
        if (report.Forecast is { } forecast && report.Refusal is null)
        {
            Fenced(text, ChangeTimeline.Bars(forecast, width));
            if (forecast.Changes.Count > 0)
            {
                text.Append("\n<details><summary>").AppendJoin(' ', Counts(forecast)).Append("</summary>\n");
                Fenced(text, [.. Changes(forecast, report).SelectMany(lines => lines.Append("")), .. ChangeTimeline.Operations(forecast)]);
                text.Append("\n</details>\n");
            }
        }

        if (report.Steps.Count > 0)
        {
            var steps = new StringBuilder();
            Steps(steps, report, width);
            Fenced(text, steps.ToString().Trim('\n').Split('\n'));
        }

        foreach (var note in report.Notes)
        {
            text.Append('\n').Append(note).Append('\n');
        }

        return text.ToString();
    }

    // By the lines of the request that they come from: most changes are one line.
    private static IEnumerable<IEnumerable<string>> Changes(ChangeForecast forecast, ChangeReport report) =>
        from change in forecast.Changes
        group change by string.Join("\n", report.LinesOf(change).Select(line => $"By {line}:")) into changes
        select (changes.Key.Length == 0 ? [] : changes.Key.Split('\n')).Concat(changes.SelectMany(Lines));

    private static IEnumerable<string> Lines(PlannedChange change)
    {
        yield return $"{Mark(change.Action)} {change.Type} {change.Name}";
        foreach (var value in change.Values)
        {
            var values = value.Before is null && value.After is null ? "" : $": {value.Before ?? "(not shown)"} -> {value.After ?? (value.IsKnown ? "(not shown)" : "(known after apply)")}";
            yield return $"      {value.Attribute}{values}{(value.Replaces ? "  (replaces it)" : "")}";
        }
    }

    private static void Steps(StringBuilder text, ChangeReport report, int width)
    {
        if (report.Refusal is null)
        {
            return;
        }

        if (report.Steps.Count == 0)
        {
            text.Append("\nNo steps were found that get there. Destroy what is in the way first, or leave it as it is.\n");
            return;
        }

        text.Append("\nThese steps get there, one after the other. Each was tried on simulated clouds:\n");
        foreach (var (step, number) in report.Steps.Select((step, index) => (step, index + 1)))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{number}. {step.What}. {ChangeSentence.Of(step.Forecast)}\n");
            foreach (var line in ChangeTimeline.Bars(step.Forecast, width - 3))
            {
                text.Append("   ").Append(line).Append('\n');
            }

            if (step.Request is { } request)
            {
                text.Append('\n').AppendJoin('\n', request.TrimEnd('\n').Split('\n').Select(line => line.Length == 0 ? "" : $"      {line}")).Append('\n');
            }
        }
    }

    private static IEnumerable<string> Counts(ChangeForecast forecast)
    {
        string[] counts =
        [
            .. from kind in Kinds
               let count = forecast.Changes.Count(change => kind.Has(change.Action))
               where count > 0
               select string.Create(CultureInfo.InvariantCulture, $"{count} {kind.Word}"),
        ];
        if (counts.Length > 0)
        {
            yield return $"{string.Join(", ", counts)}; {ChangeSentence.About(forecast.Minutes)} in all.";
        }
    }

    private static IEnumerable<(string Word, Func<PlannedAction, bool> Has)> Kinds =>
    [
        ("to create", action => action == PlannedAction.Create),
        ("to update", action => action == PlannedAction.Update),
        ("to replace", action => action is PlannedAction.ReplaceCreateFirst or PlannedAction.ReplaceDeleteFirst),
        ("to delete", action => action == PlannedAction.Delete),
    ];

    private static string Mark(PlannedAction action) => action switch
    {
        PlannedAction.Create => "  +",
        PlannedAction.Delete => "  -",
        PlannedAction.ReplaceDeleteFirst => "-/+",
        PlannedAction.ReplaceCreateFirst => "+/-",
        _ => "  ~",
    };

    private static void Section(StringBuilder text, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count > 0)
        {
            text.Append('\n').AppendJoin('\n', all).Append('\n');
        }
    }

    private static void Fenced(StringBuilder text, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count > 0)
        {
            text.Append("\n```\n").AppendJoin('\n', all).Append("\n```\n");
        }
    }
}
