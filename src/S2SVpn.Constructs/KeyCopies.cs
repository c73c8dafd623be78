using Constructs;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs;

/// <summary>Copies of pre-shared keys in the clouds' secret stores, for those who look after the tunnels.</summary>
public sealed class KeyCopies : Construct
{
    /// <param name="scope">The stack, or a construct in it.</param>
    /// <param name="id">Part of the Terraform names of all that is in it.</param>
    public KeyCopies(Construct scope, string id) : base(scope, id)
    {
    }

    /// <summary>Puts a copy into AWS Secrets Manager.</summary>
    /// <param name="slot">The key's slot.</param>
    /// <param name="copy">Where the copy goes.</param>
    /// <param name="key">A reference to the key.</param>
    /// <param name="provider">The AWS provider; the stack's default one when left out.</param>
    /// <param name="region">The region, where it is not the provider's.</param>
    public void AddToSecretsManager(string slot, AwsSecretPlan copy, string key, TerraformProvider? provider = null, string? region = null)
    {
        ArgumentNullException.ThrowIfNull(copy);
        var secret = new SecretsmanagerSecret(this, $"aws-{slot}", new SecretsmanagerSecretConfig
        {
            Provider = provider,
            Region = region,
            Name = copy.Name,
            Description = $"The pre-shared key of the VPN tunnel {slot}",
            KmsKeyId = copy.KmsKey,
            // The key is of no use once its tunnel is gone, and a name that waits for its end can't be made again.
            RecoveryWindowInDays = 0,
            Tags = new Dictionary<string, string> { ["Name"] = copy.Name },
        });
        _ = new SecretsmanagerSecretVersion(this, $"aws-{slot}-value", new SecretsmanagerSecretVersionConfig
        {
            Provider = provider,
            Region = region,
            SecretId = secret.Id,
            SecretString = key,
        });
    }

    /// <summary>Puts a copy into Azure Key Vault.</summary>
    /// <param name="slot">The key's slot.</param>
    /// <param name="copy">Where the copy goes.</param>
    /// <param name="key">A reference to the key.</param>
    /// <param name="tags">On the secret.</param>
    /// <param name="provider">The azurerm provider; the stack's default one when left out.</param>
    public void AddToKeyVault(string slot, AzureSecretPlan copy, string key, IReadOnlyDictionary<string, string> tags, TerraformProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(copy);
        _ = new KeyVaultSecret(this, $"azure-{slot}", new KeyVaultSecretConfig
        {
            Provider = provider,
            KeyVaultId = copy.Vault,
            Name = copy.Name,
            Value = key,
            ContentType = "VPN pre-shared key",
            Tags = tags.ToDictionary(),
        });
    }
}
