using S2SVpn.Design.Request;
using S2SVpn.Design.Request.Writing;
using S2SVpn.Rehearsal.Changes.Forecasts;
using S2SVpn.Rehearsal.Changes.Plans;
using S2SVpn.Rehearsal.Changes.Report;
using S2SVpn.Rehearsal.Changes.Run;

namespace S2SVpn.Rehearsal.Changes.Steps;

/// <summary>
/// Looks for requests in between where a change can't be applied at once. Each way is really applied to simulated clouds, from the
/// request before to the request after.
/// </summary>
/// <param name="deploy">Synthesizes a request; null where the rules refuse it.</param>
/// <param name="begins">Told of each way before it is tried.</param>
public sealed class StepPlanner(Func<VpnRequest, DeployedRequest?> deploy, Action<string> begins)
{
    // Trying one takes some seconds.
    private const int MostCandidates = 16;

    /// <param name="before">The request as it is deployed.</param>
    /// <param name="after">The request to deploy.</param>
    /// <param name="stop">Ends it.</param>
    /// <returns>The steps with the request itself as the last one; nothing where no way was found.</returns>
    public async Task<IReadOnlyList<ChangeStep>> FindAsync(VpnRequest before, VpnRequest after, CancellationToken stop)
    {
        if (deploy(before) is not { } first || deploy(after) is not { } last)
        {
            return [];
        }

        foreach (var candidate in StepCandidates.Between(before, after).Take(MostCandidates))
        {
            var steps = candidate.Select(step => (Step: step, Deployed: step.Request is null ? null : deploy(step.Request))).ToList();
            if (steps.Exists(each => each.Step.Request is not null && each.Deployed is null))
            {
                continue;
            }

            begins($"trying: {string.Join("; then ", candidate.Select(step => step.What))}");
            if (await TryAsync(first, steps, last, stop) is { } found)
            {
                return found;
            }
        }

        return [];
    }

    private static async Task<IReadOnlyList<ChangeStep>?> TryAsync(DeployedRequest before, IReadOnlyList<(CandidateStep Step, DeployedRequest? Deployed)> between, DeployedRequest after, CancellationToken stop)
    {
        await using var simulation = await ChangeSimulation.StartAsync([.. before.Existing, .. between.SelectMany(each => each.Deployed?.Existing ?? []), .. after.Existing], stop);
        if (Refused(await simulation.ApplyAsync(before.Configurations, before.Stacks)))
        {
            return null;
        }

        var steps = new List<ChangeStep>();
        foreach (var (step, deployed) in between.Append((new CandidateStep("Apply the request itself", null), after)))
        {
            var outcomes = deployed is null ? await simulation.DestroyAsync(step.Destroyed) : await simulation.ApplyAsync(deployed.Configurations, deployed.Stacks);
            if (Refused(outcomes))
            {
                return null;
            }

            var forecast = ChangeForecast.Of([.. outcomes.Select((outcome, index) => PlannedStack.Read(index, outcome.PlanJson!, outcome.StateBefore))]);
            steps.Add(new ChangeStep(step.What, step.Request is null ? null : RequestWriter.Write(step.Request, schema: null), forecast));
        }

        return await simulation.ReplanAsync() == "" ? steps : null;
    }

    private static bool Refused(IReadOnlyList<StackOutcome> outcomes) => outcomes.Any(outcome => outcome.Errors.Count > 0);
}
