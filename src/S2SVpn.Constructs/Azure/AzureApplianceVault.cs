using Constructs;

namespace S2SVpn.Constructs.Azure;

/// <summary>
/// The key vault of one machine, which may read what is in it, and who deploys may write. An access policy is for all that a vault holds, so each
/// machine has a vault of its own; a role for a single secret takes minutes to be known, and a right to give roles.
/// </summary>
internal sealed class AzureApplianceVault : Construct
{
    private readonly AzureResourceScope _place;
    private readonly KeyVault _vault;
    private readonly Dictionary<string, string> _secrets = [];

    public AzureApplianceVault(Construct scope, string id, string machine, UserAssignedIdentity identity, DataAzurermClientConfig login, AzureResourceScope place) : base(scope, id)
    {
        _place = place;
        _vault = new KeyVault(this, "Resource", new KeyVaultConfig
        {
            Provider = place.Provider,
            // No other vault of the world may have its name.
            Name = $"kv-${{substr(sha256(join(\" \", [{login.SubscriptionId}, {place.ResourceGroup}, \"{machine}\"])), 0, 20)}}",
            ResourceGroupName = place.ResourceGroup,
            Location = place.Location,
            TenantId = login.TenantId,
            SkuName = "standard",
            SoftDeleteRetentionDays = 7,
            RbacAuthorizationEnabled = false,
            AccessPolicy = new[]
            {
                Policy(login.TenantId, login.ObjectId, "Get", "List", "Set", "Delete", "Recover", "Purge"),
                Policy(login.TenantId, identity.PrincipalId, "Get"),
            },
            Tags = place.Tags,
        });
    }

    /// <summary>The address of the secret with a key, which is the same for each of its versions.</summary>
    /// <param name="name">What tells the key from others of the machine.</param>
    /// <param name="key">A reference to the key.</param>
    public string AddressOf(string name, string key)
    {
        if (!_secrets.TryGetValue(name, out var address))
        {
            _secrets[name] = address = new KeyVaultSecret(this, name, new KeyVaultSecretConfig
            {
                Provider = _place.Provider,
                KeyVaultId = _vault.Id,
                Name = name,
                Value = key,
                ContentType = "VPN key",
                Tags = _place.Tags,
            }).VersionlessId;
        }

        return address;
    }

    private static KeyVaultAccessPolicy Policy(string tenant, string who, params string[] rights) => new()
    {
        TenantId = tenant,
        ObjectId = who,
        SecretPermissions = rights,
        KeyPermissions = [],
        CertificatePermissions = [],
        StoragePermissions = [],
        ApplicationId = "",
    };
}
