using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Tests.Request;

public sealed class WordsTests
{
    [Theory]
    [InlineData("45", 45, "45")]
    [InlineData("45s", 45, "45s")]
    [InlineData("90m", 5400, "90m")]
    [InlineData("27000", 27000, "27000")]
    [InlineData("120m", 7200, "120m")]
    [InlineData("8h", 28800, "8h")]
    [InlineData("0", 0, "0")]
    public void Duration_Word_GivesSecondsAndItselfForMessages(string text, int seconds, string written)
    {
        Assert.True(Duration.TryParse(text, out var duration, out _));
        Assert.Equal(seconds, duration.Seconds);
        Assert.Equal(written, duration.Written);
        Assert.Equal(new Duration(seconds), duration);
    }

    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("-1")]
    [InlineData("1d")]
    [InlineData("1.5h")]
    [InlineData("2147483647h")]
    [InlineData("99999999999")]
    public void Duration_SomethingElse_SaysWhatIsAllowed(string text)
    {
        Assert.False(Duration.TryParse(text, out _, out var reason));
        Assert.Equal("is not a time such as 45, 45s, 90m or 8h", reason);
    }

    [Theory]
    [InlineData("443", 443, 443)]
    [InlineData("1-65535", 1, 65535)]
    [InlineData("8000-8100", 8000, 8100)]
    public void PortRange_Word_GivesBothEndsAndItsText(string text, int first, int last)
    {
        Assert.True(PortRange.TryParse(text, out var range, out _));
        Assert.Equal((first, last), (range.First, range.Last));
        Assert.Equal(text, range.ToString());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("65536")]
    [InlineData("8100-8000")]
    [InlineData("1-2-3")]
    [InlineData("http")]
    [InlineData("")]
    public void PortRange_SomethingElse_SaysWhatIsAllowed(string text)
    {
        Assert.False(PortRange.TryParse(text, out _, out var reason));
        Assert.StartsWith("is not a port from 1 to 65535", reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aws", "aws", null, null)]
    [InlineData("aws.app", "aws", "app", null)]
    [InlineData("west.snet.data", "west", "snet.data", null)]
    [InlineData("10.2.1.0/24", null, null, "10.2.1.0/24")]
    [InlineData("10.2.1.10", null, null, "10.2.1.10/32")]
    public void FlowEnd_Word_IsASiteASubnetOrANetwork(string text, string? site, string? subnet, string? cidr)
    {
        Assert.True(FlowEnd.TryParse(text, out var end, out _));
        Assert.Equal((site, subnet, cidr), (end.Site, end.Subnet, end.Cidr?.ToString()));
        Assert.True(FlowEnd.TryParse(end.ToString(), out var again, out _));
        Assert.Equal(end, again);
    }

    [Theory]
    [InlineData("", "is neither a site")]
    [InlineData(".app", "is neither a site")]
    [InlineData("aws.", "is neither a site")]
    [InlineData("aws.my app", "is neither a site")]
    [InlineData("10.2.1.7/24", "the network is 10.2.1.0/24")]
    public void FlowEnd_SomethingElse_SaysWhy(string text, string expected)
    {
        Assert.False(FlowEnd.TryParse(text, out _, out var reason));
        Assert.Contains(expected, reason, StringComparison.Ordinal);
    }

    [Fact]
    public void FlowEnd_MadeOfParts_EqualsTheReadOne()
    {
        Assert.True(FlowEnd.TryParse("aws.app", out var subnet, out _));
        Assert.Equal(subnet, FlowEnd.Of("aws", "app"));
        Assert.Equal("10.0.0.0/8", FlowEnd.Of(Cidr.Parse("10.0.0.0/8")).ToString());
        Assert.Throws<ArgumentException>(() => FlowEnd.Of("1aws"));
    }

    [Theory]
    [InlineData(AwsGatewayKind.VirtualPrivate, "virtual-private")]
    [InlineData(GatewaySku.VpnGw1AZ, "VpnGw1AZ")]
    [InlineData(GatewayGeneration.Two, "2")]
    [InlineData(KeySource.SecretsManager, "secrets-manager")]
    public void Words_Member_IsHyphenatedUnlessSpelt(Enum member, string word) => Assert.Equal(word, Words.Of(member));

    [Theory]
    [MemberData(nameof(Enums))]
    public void Words_EveryEnum_HasEachWordOnce(Type type)
    {
        var words = Words.All(type).SelectMany(word => word.Also.Append(word.Word)).ToList();
        Assert.Equal(words.Distinct(StringComparer.OrdinalIgnoreCase), words);
    }

    public static TheoryData<Type> Enums() => [.. typeof(VpnRequest).Assembly.GetTypes().Where(type => type.IsEnum && type.IsPublic)];
}
