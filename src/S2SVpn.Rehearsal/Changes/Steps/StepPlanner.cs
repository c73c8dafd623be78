using S2SVpn.Design.Request;
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
public sealed class StepPlanner(Func<VpnRequest, DeployedRequest?> deploy)
{
    // Trying one takes some seconds.
    private const int MostCandidates = 16;

    /// <param name="before">The request as it is deployed.</param>
    /// <param name="after">The request to deploy.</param>
    /// <returns>The steps with the request itself as the last one; nothing where no way was found.</returns>
    public async Task<IReadOnlyList<ChangeStep>> FindAsync(VpnRequest before, VpnRequest after)
    {
        if (deploy(before) is not { } first || deploy(after) is not { } last)
        {
            return [];
        }

        foreach (var candidate in StepCandidates.Between(before, after).Take(MostCandidates))
        {
            var requests = candidate.Select(step => deploy(step.Request)).ToList();
            if (!requests.Contains(null) && await TryAsync(first, [.. candidate.Zip(requests, (step, request) => (step, request!))], last) is { } steps)
            {
                return steps;
            }
        }

        return [];
    }

    private static async Task<IReadOnlyList<ChangeStep>?> TryAsync(DeployedRequest before, IReadOnlyList<(CandidateStep Step, DeployedRequest Request)> between, DeployedRequest after)
    {
        await using var bench = await ChangeBench.StartAsync([.. before.Existing, .. between.SelectMany(each => each.Request.Existing), .. after.Existing]);
        if (Refused(await bench.ApplyAsync(before.Configurations)))
        {
            return null;
        }

        var steps = new List<ChangeStep>();
        foreach (var (step, request) in between.Append((null!, after)))
        {
            var outcomes = await bench.ApplyAsync(request.Configurations);
            if (Refused(outcomes))
            {
                return null;
            }

            var forecast = ChangeForecast.Of([.. outcomes.Select((outcome, index) => PlannedStack.Read(index, outcome.PlanJson!, outcome.StateBefore))]);
            steps.Add(step is null ? new ChangeStep("Apply the request itself", null, forecast) : new ChangeStep(step.What, RequestWriter.Write(step.Request, schema: null), forecast));
        }

        return steps;
    }

    private static bool Refused(IReadOnlyList<StackOutcome> outcomes) => outcomes.Any(outcome => outcome.Errors.Count > 0);
}
