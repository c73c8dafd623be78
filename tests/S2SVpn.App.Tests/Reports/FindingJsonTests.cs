using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.App.Tests.Reports;

public sealed class FindingJsonTests
{
    private static readonly Finding Overlap = new()
    {
        Code = "X001",
        Level = FindingLevel.Error,
        Message = "networks overlap: azure.network 10.1.128.0/17 lies inside aws.network 10.1.0.0/16",
        Fix = "Give one side another range, or translate it: link.nat with routing: static.",
        Places =
        [
            new FindingPlace("azure.network", new SourceSpan("s2svpn.yaml", 5, 41, 13)),
            new FindingPlace("aws.network", new SourceSpan("s2svpn.yaml", 4, 12, 11)),
        ],
    };

    [Fact]
    public void Write_Json_HoldsEveryPart() => Assert.Equal(
        """
        {
          "errors": 1,
          "warnings": 0,
          "findings": [
            {
              "code": "X001",
              "level": "error",
              "message": "networks overlap: azure.network 10.1.128.0/17 lies inside aws.network 10.1.0.0/16",
              "fix": "Give one side another range, or translate it: link.nat with routing: static.",
              "places": [
                {
                  "path": "azure.network",
                  "file": "s2svpn.yaml",
                  "line": 5,
                  "column": 41,
                  "length": 13
                },
                {
                  "path": "aws.network",
                  "file": "s2svpn.yaml",
                  "line": 4,
                  "column": 12,
                  "length": 11
                }
              ]
            },
            {
              "code": "X016",
              "level": "warning",
              "message": "'é'",
              "fix": "f",
              "acceptedBecause": "lab",
              "places": [
                {
                  "path": "",
                  "file": "f",
                  "line": 1,
                  "column": 1,
                  "length": 1
                }
              ]
            }
          ]
        }

        """,
        FindingJson.Write(
        [
            Overlap,
            new Finding
            {
                Code = "X016",
                Level = FindingLevel.Warning,
                Message = "'é'",
                Fix = "f",
                AcceptedBecause = "lab",
                Places = [new("", new SourceSpan("f", 1, 1, 1))],
            },
        ]));
}
