using Constructs;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Aws;

/// <summary>The secrets that an appliance's machines fetch their keys from. One that exists already is used as it is.</summary>
internal sealed class AwsApplianceSecrets(Construct scope, AppliancePlan plan, AwsResourceScope place)
{
    private readonly Dictionary<string, string> _arns = [];

    /// <summary>The ARN of the secret with a key.</summary>
    /// <param name="name">What tells the key from others of the site.</param>
    /// <param name="key">A reference to the key.</param>
    /// <param name="existing">The ARN of the secret that the key came from; null for none.</param>
    public string ArnOf(string name, string key, string? existing)
    {
        if (_arns.TryGetValue(name, out var known))
        {
            return known;
        }

        return _arns[name] = existing ?? New(name, key);
    }

    /// <summary>What a machine's policy says to let it read a secret, and no other.</summary>
    /// <param name="arn">The secret's ARN.</param>
    /// <param name="isExisting">Whether it may be encrypted with a key of its owner's own.</param>
    public static IEnumerable<string> Read(string arn, bool isExisting)
    {
        yield return $$"""{"Effect":"Allow","Action":"secretsmanager:GetSecretValue","Resource":"{{arn}}"}""";
        if (isExisting)
        {
            // docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html
            yield return $$$$"""{"Effect":"Allow","Action":"kms:Decrypt","Resource":"*","Condition":{"StringEquals":{"kms:EncryptionContext:SecretARN":"{{{{arn}}}}"}}}""";
        }
    }

    private string New(string name, string key)
    {
        var secret = new SecretsmanagerSecret(scope, $"secret-{name}", new SecretsmanagerSecretConfig
        {
            Provider = place.Provider,
            Region = place.Region,
            Name = $"{plan.SecretStem}/{name}",
            Description = $"The key of the VPN tunnel {name}, for the machine that it ends on",
            // The key is of no use once its tunnel is gone, and a name that waits for its end can't be made again.
            RecoveryWindowInDays = 0,
            Tags = AwsNames.Tag($"{plan.SecretStem}/{name}"),
        });
        _ = new SecretsmanagerSecretVersion(scope, $"secret-{name}-value", new SecretsmanagerSecretVersionConfig
        {
            Provider = place.Provider,
            Region = place.Region,
            SecretId = secret.Id,
            SecretString = key,
        });
        return secret.Arn;
    }
}
