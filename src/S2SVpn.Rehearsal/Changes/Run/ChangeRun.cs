using S2SVpn.Rehearsal.Changes.Plans;

namespace S2SVpn.Rehearsal.Changes.Run;

/// <summary>Tries a change: applies one request to empty simulated clouds with the real Terraform, and another one on top of it.</summary>
public static class ChangeRun
{
    /// <param name="before">The request as it is deployed.</param>
    /// <param name="after">The request to deploy.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="ChangeException">There is no Terraform.</exception>
    public static async Task<ChangeOutcome> ApplyAsync(DeployedRequest before, DeployedRequest after, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        await using var simulation = await ChangeSimulation.StartAsync([.. before.Existing, .. after.Existing], stop);
        return await ApplyAsync(simulation, before, after);
    }

    /// <param name="simulation">Where it is tried; it keeps the result.</param>
    /// <param name="before">The request as it is deployed.</param>
    /// <param name="after">The request to deploy.</param>
    public static async Task<ChangeOutcome> ApplyAsync(ChangeSimulation simulation, DeployedRequest before, DeployedRequest after)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (await simulation.ApplyAsync(before.Configurations, before.Stacks) is [.., { Errors.Count: > 0 } failed])
        {
            return new ChangeOutcome { Refusal = new ChangeRefusal(ChangePhase.ApplyBefore, failed.Errors), Stacks = [] };
        }

        var stacks = await simulation.ApplyAsync(after.Configurations, after.Stacks);
        return new ChangeOutcome
        {
            Refusal = stacks is [.., { Errors.Count: > 0 } refused]
                ? new ChangeRefusal(refused.PlanJson is null ? ChangePhase.Plan : ChangePhase.Apply, refused.Errors)
                : null,
            Stacks = stacks,
        };
    }
}
