using S2SVpn.Design.Network;

namespace S2SVpn.Design.Tests.Network;

public sealed class InsideCidrTests
{
    [Theory]
    [InlineData(0, 0, 1, "169.254.21.0/30", "169.254.21.1", "169.254.21.2")]
    [InlineData(0, 0, 2, "169.254.22.0/30", "169.254.22.1", "169.254.22.2")]
    [InlineData(0, 1, 1, "169.254.21.4/30", "169.254.21.5", "169.254.21.6")]
    [InlineData(0, 1, 2, "169.254.22.4/30", "169.254.22.5", "169.254.22.6")]
    [InlineData(1, 0, 1, "169.254.21.8/30", "169.254.21.9", "169.254.21.10")]
    [InlineData(31, 1, 2, "169.254.22.252/30", "169.254.22.253", "169.254.22.254")]
    public void Of_Slot_FollowsTheTutorial(int slot, int instance, int tunnel, string cidr, string aws, string azure)
    {
        var inside = InsideCidr.Of(slot, instance, tunnel);
        Assert.Equal(cidr, inside.ToString());
        Assert.Equal(aws, inside.AwsAddress.ToString());
        Assert.Equal(azure, inside.AzureAddress.ToString());
    }

    [Fact]
    public void Of_EverySlot_IsUniqueAndFillsBothRanges()
    {
        var all = from slot in Enumerable.Range(0, InsideCidr.Slots)
                  from instance in new[] { 0, 1 }
                  from tunnel in new[] { 1, 2 }
                  select InsideCidr.Of(slot, instance, tunnel).Cidr;
        Assert.Equal(InsideCidr.AzureRanges.SelectMany(range => range.Split(30)), all.Order());
    }

    [Theory]
    [InlineData(-1, 0, 1)]
    [InlineData(32, 0, 1)]
    [InlineData(0, 2, 1)]
    [InlineData(0, -1, 1)]
    [InlineData(0, 0, 0)]
    [InlineData(0, 0, 3)]
    public void Of_OutsideItsRange_Throws(int slot, int instance, int tunnel) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => InsideCidr.Of(slot, instance, tunnel));

    [Theory]
    [InlineData("169.254.21.0/29", "is not a /30")]
    [InlineData("169.253.255.252/30", "is outside 169.254.0.0/16")]
    [InlineData("169.255.0.0/30", "is outside 169.254.0.0/16")]
    [InlineData("169.254.21.2/30", "the network is 169.254.21.0/30")]
    public void TryParse_NotForATunnel_SaysWhy(string text, string expected)
    {
        Assert.False(InsideCidr.TryParse(text, out var inside, out var reason));
        Assert.Null(inside);
        Assert.Contains(expected, reason, StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => InsideCidr.Parse(text));
    }

    [Fact]
    public void Constructor_NotForATunnel_Throws()
    {
        var error = Assert.Throws<ArgumentException>(() => new InsideCidr(Cidr.Parse("10.0.0.0/30")));
        Assert.StartsWith("10.0.0.0/30 is outside", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TryParse_LastOfTheRange_IsEqualToTheSameOne()
    {
        Assert.True(InsideCidr.TryParse("169.254.22.252/30", out var inside, out _));
        Assert.Equal(InsideCidr.Of(31, 1, 2), inside);
        Assert.Equal(InsideCidr.Parse("169.254.22.252/30"), inside);
    }

    [Fact]
    public void AwsReserved_AndAzuresRanges_AreLinkLocalAndApart()
    {
        Assert.All(InsideCidr.AwsReserved, reserved => Assert.True(InsideCidr.LinkLocal.Contains(reserved)));
        Assert.All(InsideCidr.AzureRanges, range => Assert.True(InsideCidr.LinkLocal.Contains(range)));
        Assert.DoesNotContain(InsideCidr.AwsReserved, reserved => InsideCidr.AzureRanges.Any(reserved.Overlaps));
    }
}
