namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>Security groups of one VPC have different names.</summary>
public sealed class SecurityGroupName : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "InvalidGroup.Duplicate",
        When = RefusalTime.Create,
        Types = ["aws_security_group"],
        Source = "docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html",
    };

    internal override string? Why(RefusalContext context) => NameInUse.Of(context, "name", "vpc_id")
        ? $"The security group '{context.Values.Text("name")}' already exists for VPC '{context.Values.Text("vpc_id")}'."
        : null;
}
