using S2SVpn.Design.Network;

namespace S2SVpn.Design.Tests.Network;

public sealed class CidrTests
{
    [Theory]
    [InlineData("0.0.0.0/0", "0.0.0.0", "255.255.255.255", 4294967296)]
    [InlineData("10.2.0.0/16", "10.2.0.0", "10.2.255.255", 65536)]
    [InlineData("128.0.0.0/1", "128.0.0.0", "255.255.255.255", 2147483648)]
    [InlineData("10.1.1.10/32", "10.1.1.10", "10.1.1.10", 1)]
    public void TryParse_Network_GivesItsEndsSizeAndText(string text, string first, string last, long size)
    {
        Assert.True(Cidr.TryParse(text, out var cidr, out var reason));
        Assert.Null(reason);
        Assert.Equal(first, cidr.First.ToString());
        Assert.Equal(last, cidr.Last.ToString());
        Assert.Equal(size, cidr.Size);
        Assert.Equal(text, cidr.ToString());
    }

    [Theory]
    [InlineData("10.2.0.0", "has no prefix length; for one address write 10.2.0.0/32")]
    [InlineData("ten", "is not a network such as 10.1.0.0/16")]
    [InlineData("10.2.0.0/", "has a prefix length ''")]
    [InlineData("10.2.0.0/33", "has a prefix length '33'")]
    [InlineData("10.2.0.0/08", "has a prefix length '08'")]
    [InlineData("10.2.0.0/-1", "has a prefix length '-1'")]
    [InlineData("10.2.0.0/16/8", "has a prefix length '16/8'")]
    [InlineData("10.2.0.999/16", "'999' is not a number from 0 to 255")]
    [InlineData("fd00::/8", "is an IPv6 address")]
    [InlineData("10.2.7.1/16", "is an address inside a network, not a network; the network is 10.2.0.0/16")]
    public void TryParse_SomethingElse_SaysWhy(string text, string reason)
    {
        Assert.False(Cidr.TryParse(text, out _, out var why));
        Assert.Contains(reason, why, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_SomethingElse_NamesIt()
    {
        var error = Assert.Throws<FormatException>(() => Cidr.Parse("10.2.0.1/16"));
        Assert.StartsWith("'10.2.0.1/16' is an address inside", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_HostBitsOrBadLength_Throws()
    {
        Assert.Throws<ArgumentException>(() => new Cidr(Ipv4.Parse("10.0.0.1"), 24));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Cidr(Ipv4.Parse("10.0.0.0"), 33));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Cidr(Ipv4.Parse("10.0.0.0"), -1));
    }

    [Fact]
    public void Any_IsEveryAddress()
    {
        Assert.Equal(Cidr.Parse("0.0.0.0/0"), Cidr.Any);
        Assert.True(Cidr.Any.Contains(new Ipv4(uint.MaxValue)));
    }

    [Theory]
    [InlineData("10.2.0.0/16", "10.2.128.0/17", true, false)]
    [InlineData("10.2.0.0/16", "10.2.0.0/16", true, true)]
    [InlineData("10.2.0.0/16", "10.0.0.0/8", false, true)]
    [InlineData("10.2.0.0/16", "10.3.0.0/16", false, false)]
    public void Contains_AnotherNetwork_HoldsForItsParts(string one, string other, bool holds, bool isHeld)
    {
        var (a, b) = (Cidr.Parse(one), Cidr.Parse(other));
        Assert.Equal(holds, a.Contains(b));
        Assert.Equal(isHeld, b.Contains(a));
        Assert.Equal(holds || isHeld, a.Overlaps(b));
        Assert.Equal(holds || isHeld, b.Overlaps(a));
    }

    [Theory]
    [InlineData("10.2.0.0", true)]
    [InlineData("10.2.255.255", true)]
    [InlineData("10.1.255.255", false)]
    [InlineData("10.3.0.0", false)]
    public void Contains_Address_HoldsFromFirstToLast(string address, bool holds) =>
        Assert.Equal(holds, Cidr.Parse("10.2.0.0/16").Contains(Ipv4.Parse(address)));

    [Theory]
    [InlineData(0, "10.1.1.0")]
    [InlineData(1, "10.1.1.1")]
    [InlineData(255, "10.1.1.255")]
    [InlineData(-1, "10.1.1.255")]
    [InlineData(-256, "10.1.1.0")]
    public void Host_Place_CountsFromEitherEnd(long place, string address) =>
        Assert.Equal(address, Cidr.Parse("10.1.1.0/24").Host(place).ToString());

    [Theory]
    [InlineData(256)]
    [InlineData(-257)]
    public void Host_OutsideTheNetwork_Throws(long place) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Cidr.Parse("10.1.1.0/24").Host(place));

    [Fact]
    public void Split_LongerPrefix_GivesEveryPartInOrder() =>
        Assert.Equal(
            ["10.1.0.0/18", "10.1.64.0/18", "10.1.128.0/18", "10.1.192.0/18"],
            Cidr.Parse("10.1.0.0/16").Split(18).Select(part => part.ToString()));

    [Fact]
    public void Split_SamePrefix_GivesItself() =>
        Assert.Equal([Cidr.Parse("10.1.0.0/16")], Cidr.Parse("10.1.0.0/16").Split(16));

    [Fact]
    public void Split_WholeSpace_EndsAtTheLastNetwork() =>
        Assert.Equal(["0.0.0.0/1", "128.0.0.0/1"], Cidr.Any.Split(1).Select(part => part.ToString()));

    [Fact]
    public void Split_ShorterPrefix_GivesNothing() => Assert.Empty(Cidr.Parse("10.1.0.0/16").Split(8));

    [Fact]
    public void Around_Address_ClearsTheHostBits()
    {
        Assert.Equal(Cidr.Parse("10.1.0.0/16"), Cidr.Around(Ipv4.Parse("10.1.2.3"), 16));
        Assert.Equal(Cidr.Any, Cidr.Around(Ipv4.Parse("10.1.2.3"), 0));
    }

    [Fact]
    public void Compare_Networks_ByAddressThenLargestFirst()
    {
        Cidr[] sorted = [Cidr.Parse("9.0.0.0/8"), Cidr.Parse("10.0.0.0/8"), Cidr.Parse("10.0.0.0/16"), Cidr.Parse("10.1.0.0/16")];
        Assert.Equal(sorted, sorted.Reverse().Order());
        Assert.True(sorted[0] < sorted[1] && sorted[1] <= sorted[2] && sorted[3] > sorted[2] && sorted[3] >= sorted[3]);
        Assert.False(sorted[1] < sorted[0] || sorted[1] <= sorted[0] || sorted[2] > sorted[3] || sorted[2] >= sorted[3]);
    }
}
