using S2SVpn.Design.Network;

namespace S2SVpn.Design.Tests.Network;

public sealed class Ipv4Tests
{
    [Theory]
    [InlineData("0.0.0.0", 0u)]
    [InlineData("10.1.1.10", 0x0A01010Au)]
    [InlineData("255.255.255.255", uint.MaxValue)]
    public void TryParse_Address_GivesItsBitsAndItsText(string text, uint bits)
    {
        Assert.True(Ipv4.TryParse(text, out var address, out var reason));
        Assert.Equal(bits, address.Value);
        Assert.Equal(text, address.ToString());
        Assert.Null(reason);
    }

    [Theory]
    [InlineData("", "is not an IPv4 address such as")]
    [InlineData("10.1.1", "is not an IPv4 address such as")]
    [InlineData("10.1.1.1.1", "is not an IPv4 address such as")]
    [InlineData("fd00::1", "is an IPv6 address")]
    [InlineData("10.1.1.256", "'256' is not a number from 0 to 255")]
    [InlineData("10.01.1.1", "'01' is not a number from 0 to 255")]
    [InlineData("10..1.1", "'' is not a number")]
    [InlineData("10.1.1.-1", "'-1' is not a number")]
    [InlineData("10.1.1. 1", "' 1' is not a number")]
    [InlineData("10.1.1.0001", "'0001' is not a number")]
    public void TryParse_SomethingElse_SaysWhy(string text, string reason)
    {
        Assert.False(Ipv4.TryParse(text, out _, out var why));
        Assert.Contains(reason, why, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_SomethingElse_NamesIt()
    {
        var error = Assert.Throws<FormatException>(() => Ipv4.Parse("ten"));
        Assert.StartsWith("'ten' is not an IPv4 address", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Plus_WithinTheSpace_Moves()
    {
        Assert.Equal(Ipv4.Parse("10.1.2.0"), Ipv4.Parse("10.1.1.255").Plus(1));
        Assert.Equal(Ipv4.Parse("10.1.0.255"), Ipv4.Parse("10.1.1.0").Plus(-1));
    }

    [Fact]
    public void Plus_PastAnEnd_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Ipv4(0).Plus(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Ipv4(uint.MaxValue).Plus(1));
    }

    [Fact]
    public void Compare_HighBitSet_IsUnsigned()
    {
        var low = Ipv4.Parse("127.0.0.1");
        var high = Ipv4.Parse("128.0.0.1");
        Assert.True(low < high && low <= high && high > low && high >= low);
        Assert.True(low.CompareTo(high) < 0);
        var same = low;
        Assert.True(low <= same && low >= same);
        Assert.False(low < same || low > same);
    }
}
