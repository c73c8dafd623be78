using System.Text.Json.Nodes;

namespace S2SVpn.Constructs.Tests.Properties;

public sealed class ReferencesTests
{
    [Theory]
    [InlineData("\"${aws_vpc.b.id}\"")]
    [InlineData("\"${data.aws_vpc.c.cidr_block}\"")]
    [InlineData("[\"aws_vpc.b\"]")]
    [InlineData("{ \"deep\": \"${var.v}\" }")]
    [InlineData("\"aws.west\"")]
    [InlineData("\"docs.aws.amazon.com\"")]
    public void Dangling_WhatIsThere_IsNotReported(string value) => Assert.Empty(Of(value).Dangling());

    [Theory]
    [InlineData("\"${aws_vpc.x.id}\"")]
    [InlineData("\"${data.aws_vpc.b.id}\"")]
    [InlineData("\"${aws_vpc.c.id}\"")]
    [InlineData("[\"aws_vpc.x\"]")]
    [InlineData("{ \"deep\": [\"a ${var.x} b\"] }")]
    [InlineData("\"aws.east\"")]
    public void Dangling_WhatIsNotThere_IsReported(string value) => Assert.StartsWith("aws_vpc.a: ", Assert.Single(Of(value).Dangling()));

    [Fact]
    public void Dangling_AttributeThatTheTypeDoesNotHave_IsReported()
    {
        Assert.SkipWhen(typeof(References).Assembly.GetManifestResourceStream("schema.json") is null, "The official packages come without the providers' schemas.");
        Assert.Single(Of("\"${aws_vpc.b.identity}\"").Dangling());
    }

    [Fact]
    public void Circle_OfTwo_IsFoundAndNothingElse()
    {
        var references = new References(JsonNode.Parse("""
            {
              "resource": {
                "aws_vpc": { "a": { "x": "${aws_subnet.b.id}" }, "free": {}, "after": { "x": "${aws_vpc.a.id}${aws_vpc.free.id}" } },
                "aws_subnet": { "b": { "depends_on": ["aws_vpc.a"] } }
              }
            }
            """)!);

        Assert.Equal(["aws_subnet.b", "aws_vpc.a", "aws_vpc.after"], references.Circle().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Circle_InAChain_IsEmpty() => Assert.Empty(Of("\"${aws_vpc.b.id}\"").Circle());

    private static References Of(string value) => new(JsonNode.Parse($$"""
        {
          "provider": { "aws": [{}, { "alias": "west" }] },
          "variable": { "v": {} },
          "data": { "aws_vpc": { "c": {} } },
          "resource": { "aws_vpc": { "a": { "x": {{value}} }, "b": {} } }
        }
        """)!);
}
