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
            Id = making => $"arn:aws:secretsmanager:{AwsCloud.Region(making.Settings, making.Planned)}:{AwsCloud.Account}:secret:{making.Planned.Text("name") ?? $"terraform-{making.Hash(26)}"}-{making.Hash(6, "arn")}",
            Make = (making, secret) => secret
                .Settle("name", making.Id.Split(":secret:")[1][..^"-000000".Length])
                .Settle("name_prefix", Value.Null)
                .Settle("arn", making.Id),
        },
        new("aws_secretsmanager_secret_version")
        {
            Sensitive = ["secret_string", "secret_binary", "secret_string_wo"],
            // A secret of another value is another version of it.
            ForceNew = ["secret_id", "secret_string", "secret_binary", "secret_string_wo_version"],
            Id = making => $"{making.Planned.Text("secret_id")}|terraform-{making.Hash(26)}",
            Make = (making, version) => version
                .Settle("arn", version["secret_id"])
                .Settle("version_id", making.Id.Split('|')[1])
                .Settle("version_stages", Value.Texts("AWSCURRENT"))
                .Settle("has_secret_string_wo", Value.Null),
        },
    ];
}
