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
        .. Between(Starter, "Keys",
            ("copies in Secrets Manager", "no copies in Secrets Manager", "link: { keys: { copyTo: { secretsManager: { prefix: vpn } } } }"),
            ("copies in Key Vault", "no copies in Key Vault", $"link: {{ keys: {{ copyTo: {{ keyVault: {{ vault: {Vault}, prefix: vpn }} }} }} }}"),
            ("keys of AWS in Secrets Manager alone", "keys of AWS in Terraform's state again", "link: { keys: { source: aws, storage: secrets-manager } }")),
    ];
}
