namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>What something else needs stays.</summary>
public sealed class InUse : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "DependencyViolation",
        When = RefusalTime.Delete,
        Types = ["aws_vpc", "aws_vpn_gateway", "aws_customer_gateway", "aws_route_table"],
        Source = "docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html",
    };

    internal override string? Why(Situation situation) =>
        // Propagation is a switch of the route table, and goes with it, as a tag does.
        situation.Users.FirstOrDefault(user => user.Type is not ("aws_vpn_gateway_route_propagation" or "aws_ec2_tag")) is { } user
            ? $"{situation.Id} has dependent resources: {user.Id}."
            : null;
}
