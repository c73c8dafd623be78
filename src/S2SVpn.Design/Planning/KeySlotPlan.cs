using S2SVpn.Design.Request;

namespace S2SVpn.Design.Planning;

/// <summary>The place of one pre-shared key, or of a WireGuard tunnel's key pairs: where it comes from and where copies go. It holds no key.</summary>
public sealed record KeySlotPlan
{
    /// <summary>The link and the tunnel, such as link-1-1. No other slot of the plan has it.</summary>
    public required string Name { get; init; }

    /// <summary>Where the key comes from.</summary>
    public required KeySource Source { get; init; }

    /// <summary>Whether it holds the two key pairs of a WireGuard tunnel, in place of a pre-shared key.</summary>
    public bool IsWireguard { get; init; }

    /// <summary>The length of a generated key.</summary>
    public int? Length { get; init; }

    /// <summary>The sensitive Terraform variable that brings it.</summary>
    public string? Variable { get; init; }

    /// <summary>The secret in AWS Secrets Manager that brings it.</summary>
    public AwsSecretPlan? SecretsManager { get; init; }

    /// <summary>The secret in Azure Key Vault that brings it.</summary>
    public AzureSecretPlan? KeyVault { get; init; }

    /// <summary>The secret in AWS Secrets Manager that a copy goes to.</summary>
    public AwsSecretPlan? CopyToSecretsManager { get; init; }

    /// <summary>The secret in Azure Key Vault that a copy goes to.</summary>
    public AzureSecretPlan? CopyToKeyVault { get; init; }
}

/// <summary>A secret in AWS Secrets Manager.</summary>
/// <param name="Name">The name or ARN of the secret.</param>
/// <param name="KmsKey">The KMS key of a copy; null for AWS's own.</param>
public sealed record AwsSecretPlan(string Name, string? KmsKey);

/// <summary>A secret in Azure Key Vault.</summary>
/// <param name="Vault">The id of the vault.</param>
/// <param name="Name">The name of the secret.</param>
public sealed record AzureSecretPlan(string Vault, string Name);
