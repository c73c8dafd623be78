namespace S2SVpn.Rehearsal.Tests.Changes;

/// <summary>The simulated AWS plans what the real provider plans from the same state, where this machine has that.</summary>
public sealed class RealAwsPlanTests(DeployedExamples examples) : IClassFixture<DeployedExamples>
{
    public static TheoryData<string> Edits { get; } = [.. AwsEdit.All.Keys];

    [Theory]
    [InlineData("everything")]
    [InlineData("lab-single-gateway")]
    public async Task Plan_OfWhatIsThere_ChangesNothing(string example)
    {
        var real = await examples.RealAsync();
        var deployed = await examples.FindAsync(example);

        Assert.Empty(await real.ActionsAsync(deployed.State, deployed.Configuration.ToJsonString()));
    }

    [Theory]
    [MemberData(nameof(Edits))]
    public async Task Plan_OfAChangedAttribute_IsTheRealProviders(string name)
    {
        var edit = AwsEdit.All[name];
        var real = await examples.RealAsync();
        var deployed = await examples.FindAsync(edit.Example);
        var changed = edit.Apply(deployed.Configuration).ToJsonString();

        var planned = YoungerAws.Comparable(await deployed.PlanAsync(changed));

        Assert.Equal(await real.ActionsAsync(deployed.State, changed), planned);
        Assert.Equal(edit.IsIgnored, planned.Count == 0);
    }
}
