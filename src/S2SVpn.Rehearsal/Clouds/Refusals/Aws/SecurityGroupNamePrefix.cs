namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>AWS keeps sg- for ids. The provider checks it.</summary>
public sealed class SecurityGroupNamePrefix : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        When = RefusalTime.Validate,
        Types = ["aws_security_group"],
        Source = "github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/ec2/vpc_security_group.go",
    };

    internal override string? Why(RefusalContext context) => context.Values.Text("name")?.StartsWith("sg-", StringComparison.Ordinal) == true
        ? "invalid value for name (cannot begin with sg-)"
        : null;
}
