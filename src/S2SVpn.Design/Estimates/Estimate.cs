using S2SVpn.Design.Planning;

namespace S2SVpn.Design.Estimates;

/// <summary>What a plan costs and does, as far as it can be told before it is built. Nothing of it is exact.</summary>
/// <param name="Name">What is estimated.</param>
/// <param name="Cost">What it costs a month.</param>
/// <param name="Availability">What both clouds promise for each link.</param>
/// <param name="Throughput">What each link carries.</param>
/// <param name="Failover">How long the loss of a tunnel lasts.</param>
internal sealed record Estimate(
    string Name,
    CostEstimate Cost,
    IReadOnlyList<AvailabilityEstimate> Availability,
    IReadOnlyList<ThroughputEstimate> Throughput,
    IReadOnlyList<FailoverEstimate> Failover)
{
    /// <exception cref="ArgumentNullException">There is no plan, or there are no options.</exception>
    public static Estimate Of(ConnectivityPlan plan, EstimateOptions options)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new Estimate(plan.Stem, CostEstimate.Of(plan, options), AvailabilityEstimate.Of(plan), ThroughputEstimate.Of(plan), FailoverEstimate.Of(plan));
    }
}
