using System.Text.Json.Nodes;
using S2SVpn.App.Explaining;
using S2SVpn.Design.Estimates;
using S2SVpn.Design.Findings;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.App.Pages;

/// <summary>What a page shows.</summary>
internal sealed record ReportContent
{
    public required Explanation Explanation { get; init; }

    public required IReadOnlyList<Finding> Findings { get; init; }

    public required Estimate Estimate { get; init; }

    public required EstimateOptions EstimateOptions { get; init; }

    /// <summary>Null where nothing was rehearsed.</summary>
    public LabReport? Rehearsal { get; init; }

    /// <summary>What <c>diff --format json</c> wrote; null where nothing changes.</summary>
    public JsonNode? Change { get; init; }
}
