using S2SVpn.Design.Planning;

namespace S2SVpn.App.Explaining;

/// <summary>A request in plain words.</summary>
/// <param name="Title">What every name starts with.</param>
/// <param name="Sections">What there is to say.</param>
/// <param name="Plan">The plan, for its tunnels.</param>
/// <param name="Choices">What the program chose.</param>
/// <param name="Notes">What to know before it is applied.</param>
internal sealed record Explanation(string Title, IReadOnlyList<ExplainedSection> Sections, ConnectivityPlan Plan, IReadOnlyList<PlanChoice> Choices, IReadOnlyList<PlanNote> Notes)
{
    public static Explanation Of(LoadedRequest loaded)
    {
        var plan = loaded.Plan;
        return new Explanation(
            plan.Stem,
            [
                new("What is created", [.. plan.AwsSites.Select(ExplainedSites.Of), .. plan.AzureSites.Select(ExplainedSites.Of)]),
                new("Who starts a tunnel", [.. ExplainedTunnels.Starts(plan)]),
                new("How a packet travels", [.. ExplainedPaths.Of(plan)]),
                new("What happens when a part fails", [.. ExplainedFailures.Of(plan)]),
            ],
            plan,
            [.. PlanChoices.Of(loaded.Document, plan)],
            [.. PlanNotes.Of(plan)]);
    }
}

/// <summary>One thing to say, in sentences.</summary>
internal sealed record ExplainedSection(string Title, IReadOnlyList<string> Sentences);
