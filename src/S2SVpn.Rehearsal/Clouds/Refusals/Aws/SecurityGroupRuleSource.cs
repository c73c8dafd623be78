namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A rule is about one network, prefix list or group. The provider checks it.</summary>
public sealed class SecurityGroupRuleSource : Refusal
{
    private static readonly string[] Sources = ["cidr_ipv4", "cidr_ipv6", "prefix_list_id", "referenced_security_group_id"];

    public override RefusalFacts Facts { get; } = new()
    {
        When = RefusalTime.Validate,
        Types = ["aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule"],
        Source = "github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/ec2/vpc_security_group_ingress_rule.go",
    };

    internal override string? Why(RefusalContext context) => Sources.Count(source => !context.Values[source].IsNull) == 1
        ? null
        : $"Exactly one of these attributes must be configured: [{string.Join(',', Sources)}]";
}
