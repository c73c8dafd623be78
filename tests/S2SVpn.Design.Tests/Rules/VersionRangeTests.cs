using S2SVpn.Design.Layout;

namespace S2SVpn.Design.Tests.Rules;

public sealed class VersionRangeTests
{
    [Theory]
    [InlineData("1.2.3", "1.2.3", "1.2.4")]
    [InlineData("= 1.2", "1.2.0", "1.2.1")]
    [InlineData("!= 1.2", "0.0.0", null)]
    [InlineData(">= 6.25, < 7", "6.25.0", "7.0.0")]
    [InlineData("> 6.25,<= 7", "6.25.1", "7.0.1")]
    [InlineData("~> 4", "4.0.0", null)]
    [InlineData("~> 4.55", "4.55.0", "5.0.0")]
    [InlineData("~> 4.55.2", "4.55.2", "4.56.0")]
    [InlineData(">= 1, >= 2, < 9, < 8", "2.0.0", "8.0.0")]
    [InlineData("< 9, >= 2", "2.0.0", "9.0.0")]
    public void Of_Constraint_GivesTheLeastAndTheFirstTooNew(string constraint, string least, string? below)
    {
        var range = VersionRange.Of(constraint);
        Assert.Equal(Version.Parse(least), range.Least);
        Assert.Equal(below is null ? null : Version.Parse(below), range.Below);
    }

    [Theory]
    [InlineData(">= 2, < 2", true)]
    [InlineData("> 2, < 2.0.1", true)]
    [InlineData(">= 2, < 2.0.1", false)]
    [InlineData(">= 99999999999", false)]
    [InlineData(">= 2", false)]
    public void IsEmpty_Constraint_TellsWhetherAnyVersionIsLeft(string constraint, bool empty) =>
        Assert.Equal(empty, VersionRange.Of(constraint).IsEmpty);

    [Theory]
    [InlineData(">= 1, < 3", ">= 1, < 3", true)]
    [InlineData(">= 1, < 3", "~> 1.5", true)]
    [InlineData(">= 1, < 3", ">= 1, <= 3", false)]
    [InlineData(">= 1, < 3", ">= 1", false)]
    [InlineData(">= 1, < 3", ">= 0.9, < 3", false)]
    [InlineData(">= 1", ">= 1", true)]
    [InlineData(">= 1", "< 2", false)]
    public void Contains_Range_HoldsForAllOfIt(string outer, string inner, bool contains) =>
        Assert.Equal(contains, VersionRange.Of(outer).Contains(VersionRange.Of(inner)));
}
