using S2SVpn.Design.Planning;
using S2SVpn.Rehearsal.Lab.Expectations;

namespace S2SVpn.Rehearsal.Changes.Run;

/// <summary>A request as Terraform gets it.</summary>
/// <param name="Configurations">The synthesized stacks, in the order in which they are applied.</param>
/// <param name="Existing">What exists in the clouds before any of them.</param>
public sealed record DeployedRequest(IReadOnlyList<string> Configurations, IReadOnlyList<ExistingThing> Existing)
{
    /// <summary>The names of the stacks; empty where they have none.</summary>
    public IReadOnlyList<string> Stacks { get; init; } = [];

    /// <param name="plan">The plan of the request.</param>
    /// <param name="configurations">What was synthesized from it.</param>
    public static DeployedRequest From(ConnectivityPlan plan, IReadOnlyList<string> configurations) => new(configurations, ExistingThings.Of(plan)) { Stacks = [.. plan.Terraform.Stacks.Select(stack => stack.Name)] };
}
