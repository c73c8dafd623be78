using S2SVpn.Rehearsal.Lab;
using S2SVpn.Rehearsal.Offline;

namespace S2SVpn.Rehearsal.Tests.Lab;

public sealed class StackEditsTests
{
    private const string Synthesized = """
        {
          "//": { "metadata": 1 },
          "locals": { "data": "#cloud-config\npackages: [bird2]\nwrite_files:\n  - path: /etc/a\n    content: one\n  - path: /etc/b\n    content: two\nruncmd: [[reboot]]\n" },
          "provider": { "aws": [{ "region": "eu-central-1" }] },
          "resource": {
            "aws_vpc": { "net": { "cidr_block": "10.0.0.0/16", "tags": { "owner of it": "me" }, "//": { "path": "net" } } },
            "aws_route": { "one": { "rule": [{ "port": 1 }, { "port": 2 }] }, "two": {} }
          }
        }
        """;

    [Theory]
    [InlineData("\"metadata\": 1", "\"metadata\": 2")]
    [InlineData("\"path\": \"net\"", "\"path\": \"other\"")]
    [InlineData("10.0.0.0/16", "10.1.0.0/16", "aws_vpc.net: cidr_block")]
    [InlineData("\"me\"", "\"you\"", "aws_vpc.net: tags")]
    [InlineData("\"port\": 2", "\"port\": 3, \"open\": true", "aws_route.one: rule[1].port", "aws_route.one: rule[1].open")]
    [InlineData(", { \"port\": 2 }", "", "aws_route.one: rule")]
    [InlineData("\"port\": 2", "\"port\": \"2\"", "aws_route.one: rule[1].port")]
    [InlineData(", \"two\": {}", "", "aws_route.two (taken out)")]
    [InlineData(", \"two\": {}", ", \"two\": {}, \"three\": {}", "aws_route.three (added)")]
    [InlineData("eu-central-1", "eu-west-1", "provider.aws[0]: region")]
    [InlineData("content: one", "content: uno", "local.data: /etc/a")]
    [InlineData("[bird2]", "[bird]", "local.data: packages")]
    [InlineData("[reboot]", "[poweroff]", "local.data: runcmd")]
    [InlineData("/etc/b", "/etc/c", "local.data: /etc/b", "local.data: /etc/c")]
    [InlineData("runcmd:", "# nothing\\nruncmd:", "local.data")]
    [InlineData("#cloud-config", "#!/bin/sh", "local.data")]
    [InlineData("\"resource\": {", "\"moved\": [{}], \"resource\": {", "moved (added)")]
    public void Edits_AreNamedByTheirPlaces(string from, string to, params string[] places)
    {
        Assert.Contains(from, Synthesized, StringComparison.Ordinal);

        Assert.Equal(places, StackEdits.Between([Stack(Synthesized)], [Stack(Synthesized.Replace(from, to, StringComparison.Ordinal))]));
    }

    [Fact]
    public void Edits_AreLookedForInTheStackOfThatName() => Assert.Equal(
        ["aws_vpc.net: cidr_block"],
        StackEdits.Between(
            [Stack(Synthesized), new StackFolder("other", "{}", State: null)],
            [new StackFolder("other", "{}", State: null), Stack(Synthesized.Replace("10.0.0.0", "10.4.0.0", StringComparison.Ordinal))]));

    private static StackFolder Stack(string configuration) => new("shop-dev", configuration, State: null);
}
