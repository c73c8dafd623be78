using System.Globalization;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Planning;

/// <summary>Plans the place of each key.</summary>
internal static class KeyPlanner
{
    public static string Name(string link, int connection, int tunnel) =>
        string.Create(CultureInfo.InvariantCulture, $"{link}-{connection}-{tunnel}");

    /// <summary>The key pairs of a WireGuard tunnel: no provider makes them, so that they come from outside Terraform.</summary>
    /// <param name="name">The slot's name.</param>
    public static KeySlotPlan Wireguard(string name) =>
        new() { Name = name, Source = KeySource.Variables, IsWireguard = true, Variable = $"wireguard_{name.Replace('-', '_')}" };

    /// <param name="context">The request.</param>
    /// <param name="keys">Where the link's keys come from.</param>
    /// <param name="link">The link's name.</param>
    /// <param name="name">The slot's name.</param>
    /// <param name="index">The slot's place among those of the link.</param>
    public static KeySlotPlan Slot(PlanContext context, KeyRequest keys, string link, string name, int index)
    {
        var source = keys.EffectiveSource;
        var stem = context.Names.Stem;
        var tunnel = name[(link.Length + 1)..];
        return new KeySlotPlan
        {
            Name = name,
            Source = source,
            Length = source == KeySource.Generated ? keys.Length : null,
            Variable = source == KeySource.Variables ? $"psk_{name.Replace('-', '_')}" : null,
            SecretsManager = source == KeySource.SecretsManager
                ? Aws(keys.SecretsManager ?? new SecretsManagerKeys(), stem, link, tunnel, index)
                : null,
            KeyVault = source == KeySource.KeyVault
                ? Azure(keys.KeyVault ?? throw PlanContext.Refused($"the keys of the link '{link}' come from no named vault"), stem, link, tunnel, index)
                : null,
            CopyToSecretsManager = keys.CopyTo.SecretsManager is { } aws ? Aws(aws, stem, link, tunnel, index) : null,
            CopyToKeyVault = keys.CopyTo.KeyVault is { } azure ? Azure(azure, stem, link, tunnel, index) : null,
        };
    }

    private static AwsSecretPlan Aws(SecretsManagerKeys keys, string stem, string link, string tunnel, int index) => new(
        index < keys.Secrets.Count ? keys.Secrets[index] : $"{keys.Prefix ?? stem}/{link}/{tunnel}", keys.KmsKey);

    private static AzureSecretPlan Azure(KeyVaultKeys keys, string stem, string link, string tunnel, int index) => new(
        keys.Vault, index < keys.Secrets.Count ? keys.Secrets[index] : Names.Join(keys.Prefix ?? stem, link, tunnel));
}
