using S2SVpn.Rehearsal.Lab.Linux;

namespace S2SVpn.Rehearsal.Tests.Lab;

public sealed class WaitTests
{
    [Theory]
    [InlineData(0.5, 0.02, 0.5)]
    [InlineData(0.5, 0.024, 0.5)]
    [InlineData(0.5, 0.05, 0.25)]
    [InlineData(0.5, 0.25, 0.05)]
    public void Counted_OfATurn_IsLessTheLaterItWokeUp(double turn, double slept, double counted) => Assert.Equal(counted, Wait.Counted(turn, slept, 0.02), 3);

    [Fact]
    public void Until_AskedOften_IsTrueAsSoonAsItIs()
    {
        var turns = 0;

        Assert.True(Wait.Until(60, () => ++turns == 3, everyMilliseconds: 1));
        Assert.False(Wait.Until(0, () => false, everyMilliseconds: 1));
        Assert.Equal(3, turns);
    }
}
