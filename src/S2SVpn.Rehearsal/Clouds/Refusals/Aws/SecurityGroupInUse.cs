namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A security group stays while a machine is in it, or a rule of another names it.</summary>
public sealed class SecurityGroupInUse : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "DependencyViolation",
        When = RefusalTime.Delete,
        Types = ["aws_security_group"],
        // The provider goes on for minutes (internal/service/ec2/vpc_security_group.go).
        IsRetried = true,
        Source = "docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteSecurityGroup.html",
    };

    internal override string? Why(RefusalContext context) =>
        // Its own rules go with it.
        context.Users.FirstOrDefault(user => user.Type != "aws_ec2_tag" && user.Values.Text("security_group_id") != context.Id) is { } user
            ? $"resource {context.Id} has a dependent object: {user.Id}."
            : null;
}
