using S2SVpn.Design.Network;

namespace S2SVpn.Design.Tests.Network;

public sealed class AsnTests
{
    [Theory]
    [InlineData("1", 1u)]
    [InlineData("65515", 65515u)]
    [InlineData("4294967295", uint.MaxValue)]
    public void TryParse_Number_GivesItAndItsText(string text, uint value)
    {
        Assert.True(Asn.TryParse(text, out var asn, out _));
        Assert.Equal(value, asn.Value);
        Assert.Equal(text, asn.ToString());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("4294967296")]
    [InlineData("64512.0")]
    [InlineData("AS64512")]
    public void TryParse_SomethingElse_SaysWhatIsAllowed(string text)
    {
        Assert.False(Asn.TryParse(text, out var asn, out var reason));
        Assert.Null(asn);
        Assert.Equal("is not an autonomous system number from 1 to 4294967295", reason);
        Assert.Throws<FormatException>(() => Asn.Parse(text));
    }

    [Fact]
    public void Constructor_Zero_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => new Asn(0));

    [Theory]
    [InlineData(2147483647u, false)]
    [InlineData(2147483648u, true)]
    public void IsLarge_AtAwssBoundary_Changes(uint value, bool large) => Assert.Equal(large, new Asn(value).IsLarge);

    [Theory]
    [InlineData(64511u, false)]
    [InlineData(64512u, true)]
    [InlineData(65534u, true)]
    [InlineData(65535u, false)]
    [InlineData(4199999999u, false)]
    [InlineData(4200000000u, true)]
    [InlineData(4294967294u, true)]
    [InlineData(4294967295u, false)]
    public void IsPrivate_AtTheRangesEnds_Changes(uint value, bool expected) =>
        Assert.Equal(expected, new Asn(value).IsPrivate);

    [Fact]
    public void Compare_Numbers_ByValue()
    {
        var (low, high) = (new Asn(64512), new Asn(4200000000));
        Assert.True(low < high && low <= high && high > low && high >= low);
        Assert.False(high < low || high <= low || low > high || low >= high);
        Assert.True(low.CompareTo(null) > 0);
        Assert.Equal(low, Asn.Parse("64512"));
    }
}
