using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>What AWS knows by its name, and takes once a region.</summary>
internal static class NameInUse
{
    public static bool Of(RefusalContext context, params string[] names) => context.Store.OfType(context.Type).Any(other =>
        names.All(name => other.Values[name] == context.Values[name]) && RegionOf(context, other.Values) == RegionOf(context, context.Values));

    private static string? RegionOf(RefusalContext context, Attributes values) => values.Text("region") ?? context.Session.Settings.Text("region");
}

/// <summary>Key pairs of one region have different names.</summary>
public sealed class KeyPairName : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "InvalidKeyPair.Duplicate",
        When = RefusalTime.Create,
        Types = ["aws_key_pair"],
        Source = "docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html",
    };

    internal override string? Why(RefusalContext context) =>
        NameInUse.Of(context, "key_name") ? $"The keypair '{context.Values.Text("key_name")}' already exists." : null;
}

/// <summary>Log groups of one region have different names.</summary>
public sealed class LogGroupName : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "ResourceAlreadyExistsException",
        When = RefusalTime.Create,
        Types = ["aws_cloudwatch_log_group"],
        Source = "docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html",
    };

    internal override string? Why(RefusalContext context) =>
        NameInUse.Of(context, "name") ? $"The specified log group already exists: {context.Values.Text("name")}." : null;
}

/// <summary>Secrets of one region have different names.</summary>
public sealed class SecretName : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "ResourceExistsException",
        When = RefusalTime.Create,
        Types = ["aws_secretsmanager_secret"],
        Source = "docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html",
    };

    internal override string? Why(RefusalContext context) =>
        NameInUse.Of(context, "name") ? $"The operation failed because the secret {context.Values.Text("name")} already exists." : null;
}

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
