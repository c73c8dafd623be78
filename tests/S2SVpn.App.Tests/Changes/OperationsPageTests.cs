using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests.Changes;

public sealed class OperationsPageTests
{
    // What each cloud is told is the same before and after.
    private static readonly string[] Idle =
    [
        "another account's number", "a subscription by its number", "keys from variables to keys from AWS", "keys from Secrets Manager to keys from AWS",
        "keys from Key Vault to keys from AWS", "links in another order", "a role for one of two sites",
        "stacks for each site, by 'move'", "one stack instead of those for each site, by 'move'", "stacks for each site instead of each cloud, by 'move'", "stacks for each cloud instead of each site, by 'move'",
        "another subnet in AWS", "another subnet in Azure",
    ];

    [Fact]
    public void Page_HasARowForEachChange() => OperationsPage.VerifyWhole();

    // A key of the request that is forgotten in the constructs has a row that does nothing.
    [Fact]
    public void Rows_WithoutAnAction_AreThoseThatNeedNone() => Assert.Equal(
        Idle, File.ReadLines(Repository.File("docs", "operations.md")).Select(line => line.Split('|')).Where(cells => cells.Length > 3 && cells[2] == " nothing ").Select(cells => cells[1].Trim()));

    [Fact]
    public void Table_IsWideEnough() => Assert.True(ChangeTable.All.Count >= 70);
}
