using S2SVpn.Rehearsal.Clouds.Model;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Types.Aws;

/// <summary>Security groups. What a change replaces is as in github.com/hashicorp/terraform-provider-aws, internal/service/ec2.</summary>
internal static class AwsFilterTypes
{
    public static IEnumerable<CloudType> All { get; } =
    [
        new("aws_security_group")
        {
            Version = 1,
            ForceNew = ["name", "name_prefix", "description", "vpc_id"],
            Defaults = new Dictionary<string, Value> { ["description"] = "Managed by Terraform", ["revoke_rules_on_delete"] = false },
            Id = context => AwsCloud.Id(context, "sg"),
            Make = (context, group) => group
                .SetIfUnknown("name", $"{group.Text("name_prefix") ?? "terraform-"}{context.Hash(26)}")
                .SetIfUnknown("name_prefix", Value.Null),
        },
        Rule("aws_vpc_security_group_ingress_rule"),
        Rule("aws_vpc_security_group_egress_rule"),
    ];

    private static CloudType Rule(string name) => new(name)
    {
        ForceNew = ["security_group_id"],
        Id = context => AwsCloud.Id(context, "sgr"),
        Make = (context, rule) => rule.SetIfUnknown("security_group_rule_id", context.Id),
    };
}
