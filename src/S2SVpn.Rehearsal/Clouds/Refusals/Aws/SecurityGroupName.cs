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

    internal override string? Why(Situation situation) => NameInUse.Of(situation, "name", "vpc_id")
        ? $"The security group '{situation.Values.Text("name")}' already exists for VPC '{situation.Values.Text("vpc_id")}'."
        : null;
}
