using System.Globalization;
using S2SVpn.Design.Findings;

namespace S2SVpn.App.Reports;

/// <summary>Findings as commands of a GitHub workflow: each becomes a note at its line of the pull request.</summary>
internal static class FindingAnnotations
{
    public static string Write(IEnumerable<Finding> findings) => string.Concat(findings.Select(Line));

    // docs.github.com/actions/reference/workflows-and-actions/workflow-commands#setting-an-error-message
    private static string Line(Finding finding)
    {
        var span = finding.Place.Span;
        var kind = finding switch { { AcceptedBecause: not null } => "notice", { Stops: true } => "error", _ => "warning" };
        return string.Create(
            CultureInfo.InvariantCulture,
            $"::{kind} file={Property(span.File)},line={span.Line},col={span.Column},endColumn={span.Column + span.Length},title={Property(finding.Code)}::{Data(finding.Message)}. {Data(finding.Fix)}\n");
    }

    private static string Data(string text) => text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
