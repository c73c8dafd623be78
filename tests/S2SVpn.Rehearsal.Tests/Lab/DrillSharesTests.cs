using S2SVpn.Rehearsal.Lab;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Tests.Lab;

/// <summary>How labs share the drills.</summary>
public sealed class DrillSharesTests
{
    private static readonly LabEvent Ready = new() { Ready = true };

    [Fact]
    public void Of_TwoLabs_GivesEachDrillOnceAndKeepsTheirOrder()
    {
        var shares = new DrillShares();
        var passed = new List<LabEvent>();
        var (first, second) = (shares.Of(passed.Add), shares.Of(passed.Add));

        Assert.Null(first(new LabEvent { Drills = new DrillsAhead([2, 0, 1], 8, 0) }));
        Assert.Equal("2, 0", $"{first(Ready)}, {second(Ready)}");
        Assert.Null(second(new LabEvent { Drill = Drill("zero") }));
        Assert.Equal("1", second(Ready));
        Assert.Null(first(new LabEvent { Drill = Drill("two") }));
        Assert.False(shares.AreDone);
        Assert.Null(second(new LabEvent { Drill = Drill("one") }));
        Assert.True(shares.AreDone);
        Assert.Equal("none, none", $"{first(Ready)}, {second(Ready)}");

        Assert.Equal(["zero", "one", "two"], shares.Done.Select(drill => drill.Name));
        Assert.Equal(["zero", "two", "one"], passed.Select(each => each.Drill?.Name).OfType<string>());
    }

    // A machine takes some forty daemons; and a lab for each two drills is enough.
    [Theory]
    [InlineData(13, 40, 0, 1)]
    [InlineData(13, 20, 0, 2)]
    [InlineData(13, 8, 2, 1)]
    [InlineData(13, 8, 1, 2)]
    [InlineData(4, 4, 0, 2)]
    [InlineData(1, 4, 0, 1)]
    public void Labs_OfMuchWorkOrFewDrills_AreFew(int drills, int ends, int machines, int labs) =>
        Assert.Equal(labs, new DrillsAhead([.. Enumerable.Range(0, drills)], ends, machines).Labs);

    private static LabDrill Drill(string name) => new() { Name = name, Passed = true, Affected = 0, Flows = 32, Lost = 0, Sent = 1, Seconds = 0, Outcome = "" };
}
