using S2SVpn.Rehearsal.Clouds.Model;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Types.Aws;

/// <summary>Roles. What a change replaces is as in github.com/hashicorp/terraform-provider-aws, internal/service/iam.</summary>
internal static class AwsIdentityTypes
{
    private const string Made = "2026-01-01T00:00:00Z";

    public static IEnumerable<CloudType> All { get; } =
    [
        new("aws_iam_role")
        {
            ForceNew = ["name", "name_prefix", "path"],
            ComputedBlocks = ["inline_policy"],
            Defaults = new Dictionary<string, Value> { ["force_detach_policies"] = false, ["max_session_duration"] = 3600, ["path"] = "/" },
            Id = Named,
            Make = (context, role) => role
                .SetIfUnknown("name", context.Id)
                .SetIfUnknown("name_prefix", "")
                .SetIfUnknown("arn", $"arn:aws:iam::{AwsCloud.Account}:role/{context.Id}")
                .SetIfUnknown("create_date", Made)
                .SetIfUnknown("inline_policy", ListValue.Empty)
                .SetIfUnknown("managed_policy_arns", ListValue.Empty)
                .SetIfUnknown("unique_id", $"AROA{context.Hash(17).ToUpperInvariant()}"),
        },
        new("aws_iam_role_policy")
        {
            ForceNew = ["name", "name_prefix", "role"],
            Id = context => $"{context.Planned.Text("role")}:{Named(context)}",
            Make = (context, policy) => policy.SetIfUnknown("name", context.Id.Split(':')[1]).SetIfUnknown("name_prefix", ""),
        },
        new("aws_iam_role_policy_attachment")
        {
            ForceNew = ["policy_arn", "role"],
            Id = context => $"{context.Planned.Text("role")}/{context.Planned.Text("policy_arn")}",
        },
        new("aws_iam_instance_profile")
        {
            ForceNew = ["name", "name_prefix", "path"],
            Defaults = new Dictionary<string, Value> { ["path"] = "/" },
            Id = Named,
            Make = (context, profile) => profile
                .SetIfUnknown("name", context.Id)
                .SetIfUnknown("name_prefix", "")
                .SetIfUnknown("role", "")
                .SetIfUnknown("arn", $"arn:aws:iam::{AwsCloud.Account}:instance-profile/{context.Id}")
                .SetIfUnknown("create_date", Made)
                .SetIfUnknown("unique_id", $"AIPA{context.Hash(17).ToUpperInvariant()}"),
        },
    ];

    private static string Named(CreateContext context) => context.Planned.Text("name") ?? $"terraform-{context.Hash(26)}";
}
