namespace S2SVpn.App.Tests.Changes;

public sealed class OperationsPageTests
{
    [Fact]
    public void Page_HasARowForEachChange() => OperationsPage.VerifyWhole();

    [Fact]
    public void Table_IsWideEnough() => Assert.True(ChangeTable.All.Count >= 70);
}
