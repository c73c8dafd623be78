using System.ComponentModel;

namespace S2SVpn.Design.Request;

[Description("Where the pre-shared keys come from, one per tunnel. The keys themselves are never written here."), Shorthand(nameof(Source))]
public sealed record KeyRequest
{
    [Description("Where the keys come from; left out, generated, or the secret store that is configured.")]
    public KeySource? Source { get; init; }

    [Description("Read them from AWS Secrets Manager.")]
    public SecretsManagerKeys? SecretsManager { get; init; }

    [Description("Read them from Azure Key Vault.")]
    public KeyVaultKeys? KeyVault { get; init; }

    [Description("The length of generated keys, 8 to 64.")]
    public int Length { get; init; } = 32;

    [Description("Where AWS stores the keys.")]
    public KeyStorage Storage { get; init; } = KeyStorage.Standard;

    [Description("Put copies of them into secret stores.")]
    public KeyCopies CopyTo { get; init; } = new();

    /// <summary>The source that is named, or follows from the secret store that is.</summary>
    public KeySource EffectiveSource => Source
        ?? (SecretsManager is not null ? KeySource.SecretsManager
            : KeyVault is not null ? KeySource.KeyVault
            : KeySource.Generated);
}

/// <summary>Where pre-shared keys come from.</summary>
public enum KeySource
{
    [Description("Terraform generates them; they are in its state.")]
    Generated,

    [Description("AWS creates them with a new connection; they are in Terraform's state.")]
    Aws,

    [Description("Sensitive Terraform variables, one per tunnel.")]
    Variables,

    [Description("AWS Secrets Manager.")]
    SecretsManager,

    [Description("Azure Key Vault.")]
    KeyVault,

    [Description("Certificates in place of keys: not supported; the error explains why.")]
    Certificate,
}

/// <summary>Where AWS keeps the pre-shared keys of a VPN connection.</summary>
public enum KeyStorage
{
    [Description("With the VPN connection.")]
    Standard,

    [Description("In AWS Secrets Manager; AWS then does not return them with the connection.")]
    SecretsManager,
}

[Description("Secrets in AWS Secrets Manager."), Shorthand(nameof(Secrets))]
public sealed record SecretsManagerKeys
{
    [Description("Names or ARNs, in the order of the tunnels 1.1, 1.2, 2.1, 2.2; left out, they are named after the tunnels.")]
    public ValueList<string> Secrets { get; init; } = [];

    [Description("The start of generated names; left out, the request's name.")]
    public string? Prefix { get; init; }

    [Description("The KMS key of copies.")]
    public string? KmsKey { get; init; }
}

[Description("Secrets in Azure Key Vault."), Shorthand(nameof(Vault))]
public sealed record KeyVaultKeys
{
    [Description("The id of the vault (/subscriptions/…/vaults/…).")]
    [Pattern("^/subscriptions/" + AzureSite.SubscriptionId + "/resourceGroups/" + ResourceGroup.NamePart + "/providers/Microsoft\\.KeyVault/vaults/(?=.{3,24}$)[a-zA-Z](-?[a-zA-Z0-9])+$", "the id of a key vault, with the GUID of its subscription, /subscriptions/…/resourceGroups/…/providers/Microsoft.KeyVault/vaults/…, whose name has 3 to 24 letters, digits and single hyphens")]
    public required string Vault { get; init; }

    /// <summary>What tells a vault from every other: its name, which is its address, in any capitals.</summary>
    internal static string Identity(string vault) => vault.Split('/')[^1].ToUpperInvariant();

    [Description("Names, in the order of the tunnels 1.1, 1.2, 2.1, 2.2; left out, they are named after the tunnels.")]
    public ValueList<string> Secrets { get; init; } = [];

    [Description("The start of generated names; left out, the request's name.")]
    public string? Prefix { get; init; }
}

[Description("Copies of the keys.")]
public sealed record KeyCopies
{
    [Description("Into AWS Secrets Manager.")]
    public SecretsManagerKeys? SecretsManager { get; init; }

    [Description("Into Azure Key Vault.")]
    public KeyVaultKeys? KeyVault { get; init; }
}
