using S2SVpn.Rehearsal.Clouds.Model;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Types.Aws;

/// <summary>Secrets. What a change replaces is as in github.com/hashicorp/terraform-provider-aws, internal/service/secretsmanager.</summary>
internal static class AwsSecretTypes
{
    public static IEnumerable<CloudType> All { get; } =
    [
        new("aws_secretsmanager_secret")
        {
            ForceNew = ["name", "name_prefix"],
            Defaults = new Dictionary<string, Value> { ["force_overwrite_replica_secret"] = false, ["recovery_window_in_days"] = 30 },
            Id = context => $"arn:aws:secretsmanager:{AwsCloud.Region(context.Settings, context.Planned)}:{AwsCloud.Account}:secret:{context.Planned.Text("name") ?? $"terraform-{context.Hash(26)}"}-{context.Hash(6, "arn")}",
            Make = (context, secret) => secret
                .SetIfUnknown("name", context.Id.Split(":secret:")[1][..^"-000000".Length])
                .SetIfUnknown("name_prefix", Value.Null)
                .SetIfUnknown("arn", context.Id),
        },
        new("aws_secretsmanager_secret_version")
        {
            Sensitive = ["secret_string", "secret_binary", "secret_string_wo"],
            // A secret of another value is another version of it.
            ForceNew = ["secret_id", "secret_string", "secret_binary", "secret_string_wo_version"],
            Id = context => $"{context.Planned.Text("secret_id")}|terraform-{context.Hash(26)}",
            Make = (context, version) => version
                .SetIfUnknown("arn", version["secret_id"])
                .SetIfUnknown("version_id", context.Id.Split('|')[1])
                .SetIfUnknown("version_stages", Value.Texts("AWSCURRENT"))
                .SetIfUnknown("has_secret_string_wo", Value.Null),
        },
    ];
}
