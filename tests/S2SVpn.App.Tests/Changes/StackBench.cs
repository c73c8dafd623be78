using S2SVpn.Constructs.Tests;
using S2SVpn.Design.Planning;
using S2SVpn.Rehearsal.Changes.Forecasts;
using S2SVpn.Rehearsal.Changes.Plans;
using S2SVpn.Rehearsal.Changes.Run;

namespace S2SVpn.App.Tests.Changes;

/// <summary>Changes a request of several stacks, or the stacks that it is in: the state of what stays moves with it.</summary>
internal static class StackBench
{
    /// <summary>Applies the change, finds nothing more to do after it, and destroys everything.</summary>
    public static async Task<ChangeForecast> ChangeAsync(ConnectivityPlan before, ConnectivityPlan after)
    {
        var (old, changed) = (await DeployAsync(before), await DeployAsync(after));
        await using var simulation = await ChangeSimulation.StartAsync([.. old.Existing, .. changed.Existing], TestContext.Current.CancellationToken);
        var outcome = await ChangeRun.ApplyAsync(simulation, old, changed);
        Assert.Null(outcome.Refusal);
        Assert.Equal("", await simulation.ReplanAsync());
        Assert.Empty((await simulation.DestroyAsync([.. changed.Stacks.Reverse()])).SelectMany(stack => stack.Errors));
        Assert.Empty(simulation.Store.Objects.Select(left => left.Id));
        return ChangeForecast.Of([.. outcome.Stacks.Select((stack, index) => PlannedStack.Read(index, stack.PlanJson!, stack.StateBefore))]);
    }

    private static async Task<DeployedRequest> DeployAsync(ConnectivityPlan plan) => DeployedRequest.From(plan, await Synthesis.SynthesizeStacksAsync(plan));
}
