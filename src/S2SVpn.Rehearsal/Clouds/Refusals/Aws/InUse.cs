namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A VPC or a subnet with something in it stays.</summary>
public sealed class InUse : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "DependencyViolation",
        When = RefusalTime.Delete,
        Types = ["aws_vpc", "aws_subnet"],
        // The provider goes on for minutes (internal/service/ec2, vpc_.go and vpc_subnet.go).
        IsRetried = true,
        Source = "docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html",
    };

    // Settings of the network itself, and what goes with it.
    private static readonly string[] Settings =
    [
        "aws_ec2_tag", "aws_route_table_association", "aws_vpc_ipv4_cidr_block_association",
    ];

    internal override string? Why(RefusalContext context) =>
        context.Users.FirstOrDefault(user => !Settings.Contains(user.Type)) is { } user
            ? $"{context.Id} has dependencies and cannot be deleted: {user.Id}."
            : null;
}
