using System.Text.Json.Nodes;
using System.Xml.Linq;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Tests.Lab;

public sealed class LabReportTextTests
{
    private static readonly LabReport Report = new()
    {
        BringUpSeconds = 1.3,
        Checks =
        [
            new LabCheck { Group = "tunnels", Name = "1.1", Passed = true, Expected = "IKEv2", Seen = "IKEv2" },
            new LabCheck
            {
                Group = "bgp", Name = "1.1", Passed = false, Expected = "a | b", Seen = "no session",
                Explanation = new LabExplanation { Cause = "The ends differ.", Aws = "is AS 1", Azure = "expects AS 2", Log = "aws1: Bad peer AS", RequestPath = "aws.aws.gateway.asn" },
            },
        ],
        Drills = [new LabDrill { Name = "tunnel 1.1 lost", Passed = true, Affected = 5, Flows = 32, Lost = 250, Sent = 9600, Seconds = 2.6, Outcome = "5 flows moved" }],
    };

    [Fact]
    public void Text_OfAFailure_ShowsBothEndsTheLogAndTheLine()
    {
        var text = LabReportText.Write(Report.Located(path => $"s2svpn.yaml:7:3: {path}"), "text");

        Assert.Contains("ok    tunnels   1 of 1  IKEv2", text);
        Assert.Contains("FAIL  bgp       0 of 1", text);
        foreach (var words in new[] { "The ends differ.", "is AS 1", "expects AS 2", "aws1: Bad peer AS", "s2svpn.yaml:7:3: aws.aws.gateway.asn", "250 of 9600", "5 of 32", "2.6", "1 of 3 do not hold" })
        {
            Assert.Contains(words, text);
        }
    }

    [Theory]
    [InlineData("text", 1, "Edited, in 1 place (a check that passes need not have looked there):\n      place 1\n\n")]
    [InlineData("text", 22, "      place 20\n      and 2 more\n")]
    [InlineData("markdown", 2, "- place 1\n- place 2\n")]
    [InlineData("json", 1, "\"edits\": [\n    \"place 1\"\n  ]")]
    public void Report_OfAnEditedFolder_ListsTheEdits(string format, int edits, string written) =>
        Assert.Contains(written, LabReportText.Write(Report with { Edits = [.. Enumerable.Range(1, edits).Select(number => $"place {number}")] }, format), StringComparison.Ordinal);

    [Fact]
    public void Markdown_OfATextWithABar_KeepsTheTable()
    {
        Assert.Contains("| **FAIL** | bgp 1.1 | a \\| b | no session |", LabReportText.Write(Report, "markdown"));
    }

    [Fact]
    public void Junit_HasACaseForEachAndAFailureForOne()
    {
        var suites = XDocument.Parse(LabReportText.Write(Report, "junit")).Root!;

        Assert.Equal(3, suites.Descendants("testcase").Count());
        Assert.Contains("The ends differ.", Assert.Single(suites.Descendants("failure")).Value);
    }

    [Fact]
    public void Json_SaysWhetherAllHolds()
    {
        var json = JsonNode.Parse(LabReportText.Write(Report, "json"))!;

        Assert.False(json["passed"]!.GetValue<bool>());
        Assert.Equal("expects AS 2", json["checks"]![1]!["explanation"]!["azure"]!.GetValue<string>());
    }

    [Fact]
    public void Passed_WithoutAnyCheck_IsNotSo()
    {
        Assert.False((Report with { Checks = [], Drills = [] }).Passed);
    }
}
