using S2SVpn.Rehearsal.Clouds.Engine;
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
            Make = (making, role) => role
                .Settle("name", making.Id)
                .Settle("name_prefix", "")
                .Settle("arn", $"arn:aws:iam::{AwsCloud.Account}:role/{making.Id}")
                .Settle("create_date", Made)
                .Settle("inline_policy", ListValue.Empty)
                .Settle("managed_policy_arns", ListValue.Empty)
                .Settle("unique_id", $"AROA{making.Hash(17).ToUpperInvariant()}"),
        },
        new("aws_iam_role_policy")
        {
            ForceNew = ["name", "name_prefix", "role"],
            Id = making => $"{making.Planned.Text("role")}:{Named(making)}",
            Make = (making, policy) => policy.Settle("name", making.Id.Split(':')[1]).Settle("name_prefix", ""),
        },
        new("aws_iam_role_policy_attachment")
        {
            ForceNew = ["policy_arn", "role"],
            Id = making => $"{making.Planned.Text("role")}/{making.Planned.Text("policy_arn")}",
        },
        new("aws_iam_instance_profile")
        {
            ForceNew = ["name", "name_prefix", "path"],
            Defaults = new Dictionary<string, Value> { ["path"] = "/" },
            Id = Named,
            Make = (making, profile) => profile
                .Settle("name", making.Id)
                .Settle("name_prefix", "")
                .Settle("role", "")
                .Settle("arn", $"arn:aws:iam::{AwsCloud.Account}:instance-profile/{making.Id}")
                .Settle("create_date", Made)
                .Settle("unique_id", $"AIPA{making.Hash(17).ToUpperInvariant()}"),
        },
    ];

    private static string Named(Making making) => making.Planned.Text("name") ?? $"terraform-{making.Hash(26)}";
}
