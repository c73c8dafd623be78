using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Lab.Layout;

namespace S2SVpn.Rehearsal.Tests.Lab;

public sealed class BirdImportTests
{
    [Theory]
    [InlineData("import filter { if net ~ [ 10.3.0.0/16+ ] then accept; reject; };", null)]
    [InlineData("import filter { if net ~ [ 10.3.4.0/24 ] then accept; reject; };", null)]
    [InlineData("import where net ~ [ 10.3.0.0/16+ ];", null)]
    [InlineData("import none;", null)]
    [InlineData("import filter from_peer;", null)]
    [InlineData("", null)]
    [InlineData("import all;", "any network")]
    [InlineData("import filter { accept; };", "any network")]
    [InlineData("import filter {\n  if net ~ [ 10.3.0.0/16+ ] then accept;\n  accept; };", "any network")]
    [InlineData("import filter { if net ~ [ 10.3.0.0/16+, 0.0.0.0/0 ] then accept; reject; };", "0.0.0.0/0")]
    [InlineData("import where net ~ [ 10.0.0.0/8+ ];", "10.0.0.0/8")]
    public void Session_ThatTakesMoreThanItsNetworks_SaysWhat(string import, string? beyond) =>
        Assert.Equal(beyond, BirdImport.Beyond($"protocol bgp s2s0 {{\n  ipv4 {{\n    {import}\n    export all;\n  }};\n}}\n", [Cidr.Parse("10.3.0.0/16")]));
}
