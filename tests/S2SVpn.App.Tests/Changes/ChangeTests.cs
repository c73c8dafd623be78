namespace S2SVpn.App.Tests.Changes;

/// <summary>
/// A deployed request that changes: whatever it is, it applies at once, leaves nothing to do, and can be destroyed. Once with slow
/// deletes, and where the change both makes and takes away, once more with slow writes: no order is right by luck.
/// </summary>
public abstract class ChangeTests
{
    private protected static async Task AppliesAsync(string name)
    {
        var (before, after) = Plans(name);
        await using var bench = await ChangeBench.StartAsync(ChangeBench.SlowDeletes);
        var changes = PlannedChange.Of(await bench.ChangeAsync(before, after));
        if (changes.Any(change => change.Action is "delete" or "replace") && changes.Any(change => change.Action is not "delete"))
        {
            await using var again = await ChangeBench.StartAsync(ChangeBench.SlowWrites);
            await again.ChangeAsync(before, after);
        }
    }

    private protected static (Design.Planning.ConnectivityPlan Before, Design.Planning.ConnectivityPlan After) Plans(string name)
    {
        var change = ChangeTable.All.Single(change => change.Name == name);
        return (Constructs.Tests.Synthesis.Plan(change.Before), Constructs.Tests.Synthesis.Plan(change.After));
    }

    // Each half is a class of its own: xunit runs two classes at once.
    private protected static TheoryData<string> Half(int which) => [.. ChangeTable.All.Select(change => change.Name).Where((_, index) => index % 2 == which)];
}

/// <inheritdoc/>
public sealed class FirstHalfOfChangesTests : ChangeTests
{
    public static TheoryData<string> Names { get; } = Half(0);

    [Theory]
    [MemberData(nameof(Names))]
    public Task Change_OfADeployedRequest_AppliesAtOnce(string name) => AppliesAsync(name);
}

/// <inheritdoc/>
public sealed class SecondHalfOfChangesTests : ChangeTests
{
    public static TheoryData<string> Names { get; } = Half(1);

    [Theory]
    [MemberData(nameof(Names))]
    public Task Change_OfADeployedRequest_AppliesAtOnce(string name) => AppliesAsync(name);
}
