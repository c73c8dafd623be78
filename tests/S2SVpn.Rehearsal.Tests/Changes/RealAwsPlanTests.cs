using System.Globalization;
using S2SVpn.Rehearsal.Tests.Examples;

namespace S2SVpn.Rehearsal.Tests.Changes;

/// <summary>The simulated AWS plans what the real provider plans from the same state, where this machine has that.</summary>
public sealed class RealAwsPlanTests(DeployedExamples deployed) : IClassFixture<DeployedExamples>
{
    /// <summary>Each plan takes the real provider seconds: one edit in so many is tried, and all of them with 1.</summary>
    private const string Variable = "S2SVPN_TEST_REAL_AWS";

    public static TheoryData<string> Edits { get; } = [.. AwsEdit.All.Keys.Where((_, index) => index % Share == 0)];

    // An example of several stacks is more than one state.
    public static TheoryData<string> Examples { get; } = [.. Example.Names.Where(name => Example.Read(name).Stacks.Count == 1)];

    private static int Share => int.TryParse(Environment.GetEnvironmentVariable(Variable), CultureInfo.InvariantCulture, out var share) && share > 0 ? share : 8;

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Plan_OfWhatIsThere_ChangesNothing(string example)
    {
        var real = await deployed.RealAsync();
        var there = await deployed.FindAsync(example);

        Assert.Empty(await real.ActionsAsync(there.State, there.Configuration.ToJsonString()));
    }

    [Theory]
    [MemberData(nameof(Edits))]
    public async Task Plan_OfAChangedAttribute_IsTheRealProviders(string name)
    {
        var edit = AwsEdit.All[name];
        var real = await deployed.RealAsync();
        var there = await deployed.FindAsync(edit.Example);
        var changed = edit.Apply(there.Configuration).ToJsonString();

        var planned = YoungerAws.Comparable(await there.PlanAsync(changed));

        Assert.Equal(await real.ActionsAsync(there.State, changed), planned);
        Assert.Equal(edit.IsIgnored, planned.Count == 0);
    }
}
