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
        await using var bench = await ChangeBench.StartAsync([.. before.Existing, .. after.Existing], stop);
        return await ApplyAsync(bench, before, after);
    }

    /// <param name="bench">Where it is tried; it keeps the result.</param>
    /// <param name="before">The request as it is deployed.</param>
    /// <param name="after">The request to deploy.</param>
    public static async Task<ChangeOutcome> ApplyAsync(ChangeBench bench, DeployedRequest before, DeployedRequest after)
    {
        ArgumentNullException.ThrowIfNull(bench);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (await bench.ApplyAsync(before.Configurations, before.Stacks) is [.., { Errors.Count: > 0 } failed])
        {
            return new ChangeOutcome { Refusal = new ChangeRefusal(ChangePhase.ApplyBefore, failed.Errors), Stacks = [] };
        }

        var stacks = await bench.ApplyAsync(after.Configurations, after.Stacks);
        return new ChangeOutcome
        {
            Refusal = stacks is [.., { Errors.Count: > 0 } refused]
                ? new ChangeRefusal(refused.PlanJson is null ? ChangePhase.Plan : ChangePhase.Apply, refused.Errors)
                : null,
            Stacks = stacks,
        };
    }
}
