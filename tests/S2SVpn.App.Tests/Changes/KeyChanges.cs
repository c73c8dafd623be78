using static S2SVpn.App.Tests.Changes.BaseRequests;
using static S2SVpn.App.Tests.Changes.ChangeTable;

namespace S2SVpn.App.Tests.Changes;

/// <summary>Changes of where the pre-shared keys come from, and of where they are copied.</summary>
internal static class KeyChanges
{
    private const string Vault = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-keys/providers/Microsoft.KeyVault/vaults/kv-vpn";

    private static readonly (string Name, string Keys)[] Sources =
    [
        ("generated keys", "generated"),
        ("keys from AWS", "aws"),
        ("keys from variables", "variables"),
        ("keys from Secrets Manager", "{ secretsManager: [one, two, three, four] }"),
        ("keys from Key Vault", $"{{ keyVault: {{ vault: {Vault}, secrets: [one, two, three, four] }} }}"),
    ];

    public static IEnumerable<ChangeCase> All { get; } =
    [
        .. Sources.SelectMany(from => Sources.Where(to => to != from).Select(to => new ChangeCase(
            "Keys", $"{from.Name} to {to.Name}", Starter.With($"link: {{ keys: {from.Keys} }}"), Starter.With($"link: {{ keys: {to.Keys} }}")))),
        .. From(Starter, "Keys",
            ("longer keys", "link: { keys: { length: 64 } }")),
        .. From(Starter.With("link: { keys: { secretsManager: [one, two, three, four] } }"), "Keys",
            ("other secrets in Secrets Manager", "link: { keys: { secretsManager: { secrets: [five, six, seven, eight] } } }"),
            ("secrets in Secrets Manager that are named by a prefix", "link: { keys: { secretsManager: { secrets: ~, prefix: vpn } } }")),
        .. From(Starter.With($"link: {{ keys: {{ keyVault: {{ vault: {Vault}, secrets: [one, two, three, four] }} }} }}"), "Keys",
            ("other secrets in Key Vault", "link: { keys: { keyVault: { secrets: [five, six, seven, eight] } } }"),
            ("secrets in Key Vault that are named by a prefix", "link: { keys: { keyVault: { secrets: ~, prefix: vpn } } }"),
            ("another Key Vault", $"link: {{ keys: {{ keyVault: {{ vault: {Vault}-2 }} }} }}")),
        .. From(Starter.With($"link: {{ keys: {{ copyTo: {{ secretsManager: {{ secrets: [one, two, three, four] }}, keyVault: {{ vault: {Vault}, secrets: [one, two, three, four] }} }} }} }}"), "Keys",
            ("copies in other secrets", "link: { keys: { copyTo: { secretsManager: { secrets: [five, six, seven, eight] }, keyVault: { secrets: [five, six, seven, eight] } } } }"),
            ("copies that are named by a prefix", "link: { keys: { copyTo: { secretsManager: { secrets: ~, prefix: vpn }, keyVault: { secrets: ~, prefix: vpn } } } }"),
            ("copies with a key of your own", "link: { keys: { copyTo: { secretsManager: { kmsKey: 'arn:aws:kms:eu-central-1:000000000000:key/1234abcd-12ab-34cd-56ef-1234567890ab' } } } }"),
            ("copies in another Key Vault", $"link: {{ keys: {{ copyTo: {{ keyVault: {{ vault: {Vault}-2 }} }} }} }}")),
        .. Between(Starter, "Keys",
            ("generated keys in Secrets Manager as well", "generated keys with the connection alone", "link: { keys: { storage: secrets-manager } }"),
            ("copies in Secrets Manager", "no copies in Secrets Manager", "link: { keys: { copyTo: { secretsManager: { prefix: vpn } } } }"),
            ("copies in Key Vault", "no copies in Key Vault", $"link: {{ keys: {{ copyTo: {{ keyVault: {{ vault: {Vault}, prefix: vpn }} }} }} }}")),
    ];
}
