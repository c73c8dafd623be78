using System.Text.RegularExpressions;
using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules;

/// <summary>An ARN in the request, and the sites where it is used.</summary>
internal sealed partial record ArnUse(string Arn, RequestPath Path, ArnKind Kind, ValueList<AwsView> Sites)
{
    /// <summary>The bucket's region, of the key that encrypts Terraform's state.</summary>
    public Located<string>? Bucket { get; private init; }

    /// <summary>The regions that it is used in.</summary>
    public IEnumerable<Located<string>> UsedIn =>
        Bucket is null ? Sites.Select(site => new Located<string>(site.Site.Region, site.Path["region"])) : [Bucket];

    /// <summary>Whether it is the ARN of such a thing.</summary>
    public bool IsGood => Parts().Match(Arn) is { Success: true } parts
        ? parts.Groups["service"].Value == Kind.Service && (Region.Length == 0) == (Kind.Service == ArnKind.Role.Service) && Regex.IsMatch(parts.Groups["resource"].Value, $"^{Kind.Resource}$")
        : Kind.Name is { } name && Regex.IsMatch(Arn, $"^{name}$");

    /// <summary>Its region; empty for what has none.</summary>
    public string Region => Parts().Match(Arn).Groups["region"].Value;

    /// <summary>Its account.</summary>
    public string Account => Parts().Match(Arn).Groups["account"].Value;

    /// <summary>Its partition, such as aws or aws-us-gov.</summary>
    public string Partition => Parts().Match(Arn).Groups["partition"].Value;

    /// <summary>Every ARN that the request holds.</summary>
    public static IEnumerable<ArnUse> Of(RuleContext context)
    {
        var monitoring = RequestPath.Root["monitoring"];
        var asked = context.Request.Monitoring;
        var managed = context.AwsSites.Where(site => site.IsManaged).ToValueList();
        (string? Arn, RequestPath Path, ArnKind Kind, ValueList<AwsView> Sites)[] uses =
        [
            .. context.AwsSites.Select(site => (site.Site.Role, site.Path["role"], ArnKind.Role, ValueList.Create([site]))),
            (asked.SnsTopic, monitoring["snsTopic"], ArnKind.Topic, managed),
            (asked.TopicKey, monitoring["topicKey"], ArnKind.Key, managed),
            (asked.Logs.KmsKey, monitoring.At("logs.kmsKey"), ArnKind.Key, managed),
            .. context.ResolvedLinks.Select(resolved => (
                resolved.Link.Link.Tunnels.Logs?.KmsKey, resolved.Link.At("tunnels.logs.kmsKey"), ArnKind.Key,
                ValueList.Create([resolved.Aws]))),
            .. context.ResolvedLinks.SelectMany(resolved => OfSecrets(resolved.Link.Link.Keys.SecretsManager, resolved.Link.At("keys.secretsManager"), resolved.Aws)
                .Concat(OfSecrets(resolved.Link.Link.Keys.CopyTo.SecretsManager, resolved.Link.At("keys.copyTo.secretsManager"), resolved.Aws))),
            (context.Request.Terraform.Backend.S3?.Role, RequestPath.Root.At("terraform.backend.s3.role"), ArnKind.Role, []),
        ];
        return uses.Where(use => use.Arn is not null).Select(use => new ArnUse(use.Arn!, use.Path, use.Kind, use.Sites)).Concat(OfState(context));
    }

    private static IEnumerable<ArnUse> OfState(RuleContext context)
    {
        var path = RequestPath.Root.At("terraform.backend.s3");
        return context.Request.Terraform.Backend.S3 is { KmsKey: { } key } s3
            ? [new ArnUse(key, path["kmsKey"], ArnKind.KeyOrAlias, []) { Bucket = new Located<string>(s3.Region, path["region"]) }]
            : [];
    }

    // A secret that is no ARN is a name.
    private static IEnumerable<(string? Arn, RequestPath Path, ArnKind Kind, ValueList<AwsView> Sites)> OfSecrets(SecretsManagerKeys? keys, RequestPath path, AwsView site) =>
        from use in (keys?.Secrets ?? []).Select((name, index) => (Arn: name, Path: path["secrets"][index], Kind: ArnKind.Secret))
            .Where(secret => secret.Arn.StartsWith("arn:", StringComparison.Ordinal))
            .Concat(keys?.KmsKey is { } key ? [(key, path["kmsKey"], ArnKind.KeyOrAlias)] : [])
        select ((string?)use.Arn, use.Path, use.Kind, ValueList.Create([site]));

    [GeneratedRegex("^arn:(?<partition>aws(-[a-z]+)*):(?<service>[a-z]+):(?<region>[a-z0-9-]*):(?<account>[0-9]{12}):(?<resource>.+)$")]
    private static partial Regex Parts();
}

/// <summary>What an ARN is wanted of.</summary>
/// <param name="What">In words.</param>
/// <param name="Service">The service's short name.</param>
/// <param name="Resource">What the last part looks like.</param>
/// <param name="Example">A good one.</param>
internal sealed record ArnKind(string What, string Service, string Resource, string Example)
{
    // docs.aws.amazon.com/kms/latest/developerguide/concepts.html: a key's id is a UUID, that of a key for several regions has no hyphens.
    private const string KeyId = "([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|mrk-[0-9a-f]{32})";
    private const string Alias = "alias/[A-Za-z0-9/_-]+";

    public static ArnKind Role { get; } =
        new("an IAM role", "iam", @"role/([\x21-\x7e]+/)?[A-Za-z0-9_+=,.@-]{1,64}", "arn:aws:iam::123456789012:role/network");

    public static ArnKind Topic { get; } =
        new("an SNS topic", "sns", "[A-Za-z0-9_.-]{1,256}", "arn:aws:sns:eu-central-1:123456789012:network");

    public static ArnKind Secret { get; } =
        new("a secret", "secretsmanager", "secret:[A-Za-z0-9/_+=.@-]+", "arn:aws:secretsmanager:eu-central-1:123456789012:secret:vpn-1-AbCdEf");

    public static ArnKind Key { get; } = new(
        "a KMS key", "kms", $"key/{KeyId}",
        "arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab");

    /// <summary>By its id or alias too.</summary>
    public static ArnKind KeyOrAlias { get; } = Key with
    {
        Resource = $"(key/{KeyId}|{Alias})",
        Name = $"({KeyId}|{Alias})",
    };

    /// <summary>What else may stand in place of an ARN; null for nothing.</summary>
    public string? Name { get; private init; }
}
