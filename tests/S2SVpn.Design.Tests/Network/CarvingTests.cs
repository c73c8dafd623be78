using S2SVpn.Design.Network;

namespace S2SVpn.Design.Tests.Network;

public sealed class CarvingTests
{
    [Theory]
    [InlineData("10.1.0.0/16", "", 24, "10.1.0.0/24")]
    [InlineData("10.1.0.0/16", "10.1.0.0/24", 24, "10.1.1.0/24")]
    [InlineData("10.1.0.0/16", "10.1.0.0/17 10.1.128.64/26", 24, "10.1.129.0/24")]
    [InlineData("10.1.0.0/16", "10.1.0.0/32", 24, "10.1.1.0/24")]
    [InlineData("10.1.0.0/24 10.2.0.0/24", "10.1.0.128/25 10.1.0.0/26", 26, "10.1.0.64/26")]
    [InlineData("10.1.0.0/24 10.2.0.0/24", "10.0.0.0/15", 24, "10.2.0.0/24")]
    [InlineData("255.255.255.0/24", "", 32, "255.255.255.0/32")]
    [InlineData("10.1.0.0/16", "10.0.0.0/8", 24, null)]
    [InlineData("10.1.0.0/16", "", 8, null)]
    [InlineData("255.255.255.0/24", "255.255.255.0/24", 32, null)]
    public void Lowest_Networks_GivesTheFirstFreePart(string networks, string taken, int length, string? expected) =>
        Assert.Equal(expected, Carving.Lowest(Cidrs(networks), length, Cidrs(taken))?.ToString());

    [Theory]
    [InlineData("10.1.0.0/16", "", 27, "10.1.255.224/27")]
    [InlineData("10.1.0.0/16", "10.1.255.224/27", 27, "10.1.255.192/27")]
    [InlineData("10.1.0.0/16", "10.1.128.0/17", 27, "10.1.127.224/27")]
    [InlineData("10.1.0.0/16", "10.1.255.255/32", 27, "10.1.255.192/27")]
    [InlineData("10.1.0.0/24 10.2.0.0/24", "", 27, "10.2.0.224/27")]
    [InlineData("10.1.0.0/24 10.2.0.0/24", "10.2.0.0/16", 27, "10.1.0.224/27")]
    [InlineData("0.0.0.0/24", "0.0.0.0/24", 27, null)]
    [InlineData("10.1.0.0/28", "", 27, null)]
    public void Highest_Networks_GivesTheLastFreePart(string networks, string taken, int length, string? expected) =>
        Assert.Equal(expected, Carving.Highest(Cidrs(networks), length, Cidrs(taken))?.ToString());

    private static IEnumerable<Cidr> Cidrs(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Cidr.Parse);
}
