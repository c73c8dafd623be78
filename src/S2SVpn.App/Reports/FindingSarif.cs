using System.Text.Json.Nodes;
using S2SVpn.Design.Findings;
using S2SVpn.Design.Rules;

namespace S2SVpn.App.Reports;

/// <summary>Findings as SARIF 2.1.0, which code scanning reads (docs.oasis-open.org/sarif/sarif/v2.1.0).</summary>
internal static class FindingSarif
{
    private const string RulesPage = "docs/rules.md";

    public static string Write(IReadOnlyCollection<Finding> findings) => new JsonObject
    {
        ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
        ["version"] = "2.1.0",
        ["runs"] = new JsonArray(new JsonObject
        {
            ["tool"] = new JsonObject
            {
                ["driver"] = new JsonObject
                {
                    ["name"] = "s2svpn",
                    ["rules"] = Array(findings.Select(finding => finding.Code).Distinct().Order(StringComparer.Ordinal).Select(Rule)),
                },
            },
            ["columnKind"] = "utf16CodeUnits",
            ["results"] = Array(findings.Select(Result)),
        }),
    }.ToText();

    // A code that no rule has comes from reading the file.
    private static JsonObject Rule(string code) => RuleBook.Find(code)?.Facts is not { } facts ? new JsonObject { ["id"] = code } : new JsonObject
    {
        ["id"] = code,
        ["shortDescription"] = Message(facts.Title),
        ["fullDescription"] = Message(facts.Why),
        ["help"] = Message($"{facts.Fix} See {RulesPage}#{code.ToLowerInvariant()}."),
    };

    private static JsonObject Result(Finding finding)
    {
        var result = new JsonObject
        {
            ["ruleId"] = finding.Code,
            ["level"] = finding.Stops ? "error" : "warning",
            ["message"] = Message($"{finding.Message}. {finding.Fix}"),
            ["locations"] = Array(finding.Places.Take(1).Select(Location)),
        };
        if (finding.Places.Count > 1)
        {
            result["relatedLocations"] = Array(finding.Places.Skip(1).Select(Location));
        }

        if (finding.AcceptedBecause is { } because)
        {
            result["suppressions"] = new JsonArray(new JsonObject { ["kind"] = "inSource", ["justification"] = because });
        }

        return result;
    }

    private static JsonObject Location(FindingPlace place) => new()
    {
        ["physicalLocation"] = new JsonObject
        {
            ["artifactLocation"] = new JsonObject { ["uri"] = Uri.EscapeDataString(place.Span.File.Replace('\\', '/')).Replace("%2F", "/", StringComparison.Ordinal) },
            ["region"] = new JsonObject
            {
                ["startLine"] = place.Span.Line,
                ["startColumn"] = place.Span.Column,
                ["endColumn"] = place.Span.Column + place.Span.Length,
            },
        },
        ["logicalLocations"] = new JsonArray(new JsonObject { ["fullyQualifiedName"] = place.Path }),
    };

    private static JsonObject Message(string text) => new() { ["text"] = text };

    private static JsonArray Array(IEnumerable<JsonNode> nodes) => new([.. nodes]);
}
