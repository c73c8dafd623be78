using System.Globalization;
using S2SVpn.App.Diagrams;
using S2SVpn.App.Estimating;
using S2SVpn.Design.Estimates;
using S2SVpn.Design.Findings;

namespace S2SVpn.App.Pages;

/// <summary>One page that stands alone: no script, font or image from elsewhere. The same content gives the same page.</summary>
internal static class ReportPage
{
    private const string Style = """
        :root{color-scheme:light dark;--page:#fff;--text:#1f2328;--soft:#59636e;--edge:#d1d9e0;--band:#f6f8fa;--good:#1a7f37;--bad:#cf222e}
        @media(prefers-color-scheme:dark){:root{--page:#0d1117;--text:#e6edf3;--soft:#9da7b3;--edge:#3d444d;--band:#151b23;--good:#3fb950;--bad:#f85149}}
        body{margin:0 auto;max-width:72rem;padding:1.5rem;background:var(--page);color:var(--text);font:16px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
        h2{margin-top:2.5rem;border-bottom:1px solid var(--edge);padding-bottom:.3rem}
        .wide{overflow-x:auto}.wide svg{max-width:none}table{border-collapse:collapse;font-size:14px}
        th,td{border:1px solid var(--edge);padding:.3rem .6rem;text-align:left;vertical-align:top;overflow-wrap:normal}th,tbody tr:nth-child(even){background:var(--band)}
        .plot text{font:12px ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace;fill:var(--text)}.plot .good{fill:var(--good)}.plot .bad{fill:var(--bad)}.plot line{stroke:var(--edge)}.way0{fill:#2563eb}.way1{fill:#d97706}.way2{fill:#059669}.way3{fill:#9333ea}.way4{fill:#dc2626}.way5{fill:#0891b2}.way6{fill:#65a30d}.way7{fill:#db2777}
        """;

    public static string Write(ReportContent content)
    {
        var explanation = content.Explanation;
        var html = new Html();
        html.Heading("Picture").Raw($"<div class=\"wide\">{SvgWriter.Write(DiagramLayout.Of(explanation.Plan), Theme.Auto)}</div>\n");
        foreach (var section in explanation.Sections)
        {
            html.Heading(section.Title).List(section.Sentences);
        }

        html.Heading("Tunnels").Table(
            ["Link", "Tunnel", "Instance", "Inside network", "AWS address", "Azure address", "Key slot"],
            explanation.Plan.Tunnels.Select(tunnel => (IReadOnlyList<string>)
                [tunnel.Link, tunnel.Id, tunnel.AzureInstance.ToString(CultureInfo.InvariantCulture), $"{tunnel.Inside}", $"{tunnel.AwsAddress}", $"{tunnel.AzureAddress}", tunnel.Key]));
        html.Heading("What the request left open").Table(
            ["Chosen", "Value", "Line that changes it", "Why"],
            explanation.Choices.Select(choice => (IReadOnlyList<string>)[choice.What, choice.Value, choice.Line, choice.Why]));
        if (explanation.Notes.Count > 0)
        {
            html.Heading("Before it is applied").List(explanation.Notes.Select(note => note.Command is { } command ? $"{note.Text} {command}" : note.Text));
        }

        AddFindings(html, content.Findings);
        AddEstimate(html, content.Estimate, content.EstimateOptions);
        ChangeSection.Add(html, content.Change);
        RehearsalSection.Add(html, content.Rehearsal);
        return $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Html.Escaped(explanation.Title)}: VPN between AWS and Azure</title>
            <style>
            {Style}
            </style>
            </head>
            <body>
            <h1>{Html.Escaped(explanation.Title)}: VPN between AWS and Azure</h1>
            {html}</body>
            </html>

            """.ReplaceLineEndings("\n");
    }

    private static void AddFindings(Html html, IReadOnlyList<Finding> findings)
    {
        html.Heading("Findings");
        if (findings.Count == 0)
        {
            html.Paragraph("Every rule of both clouds holds. Nothing was accepted.");
            return;
        }

        html.Table(
            ["Rule", "Where", "What", "What to write, or why it is accepted"],
            findings.Select(finding => (IReadOnlyList<string>)
                [finding.Code, $"{finding.Place.Span.Line}: {finding.Place.Path}", finding.Message, finding.AcceptedBecause is { } because ? $"Accepted: {because}" : finding.Fix]));
    }

    private static void AddEstimate(Html html, Estimate estimate, EstimateOptions options)
    {
        html.Heading("Estimate").Paragraph($"It costs {EstimateWords.Sum(estimate.Cost)}.").Table(
            ["Where", "What", "Units", "Price", "A month", "Source"],
            estimate.Cost.Lines.Select(line => (IReadOnlyList<string>)
                [line.Where, line.Price.What, $"{EstimateWords.Number(line.Units)} {line.Price.Unit}", EstimateWords.Price(line.Price), EstimateWords.Dollars(line.Monthly), EstimateWords.Source(line.Price)]));
        if (estimate.Cost.HasUnchecked)
        {
            html.Paragraph(EstimateWords.UncheckedNote);
        }

        html.Paragraph($"Not counted: {string.Join("; ", estimate.Cost.NotCounted)}.").List(EstimateWords.Links(estimate)).Paragraph(EstimateWords.Basis(options));
    }
}
