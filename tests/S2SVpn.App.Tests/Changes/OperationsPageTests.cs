namespace S2SVpn.App.Tests.Changes;

public sealed class OperationsPageTests
{
    [Fact]
    public void Page_HasARowForEachChange() => OperationsPage.VerifyWhole();

    [Fact]
    public void Table_HasEachChangeOnce() => Assert.Equal(ChangeTable.All.Count, ChangeTable.All.DistinctBy(change => change.Name).Count());

    [Fact]
    public void Table_IsWideEnough() => Assert.InRange(ChangeTable.All.Count, 70, 200);
}
