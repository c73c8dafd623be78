using S2SVpn.Design.Planning.Diffing;

namespace S2SVpn.Design.Planning;

/// <summary>What changes in the clouds when one plan follows another, and what that does to traffic.</summary>
public sealed record PlanDiff
{
    /// <summary>One for each resource that isn't left as it is.</summary>
    public required ValueList<PlanChange> Changes { get; init; }

    /// <summary>One for each link that is in both plans and loses tunnels for a time.</summary>
    public required ValueList<LinkOutage> Outages { get; init; }

    /// <summary>Ways to have less of it.</summary>
    public required ValueList<string> Hints { get; init; }

    public bool IsEmpty => Changes.Count == 0;

    public static PlanDiff Between(ConnectivityPlan before, ConnectivityPlan after) => new Comparison(before, after).Diff();
}
