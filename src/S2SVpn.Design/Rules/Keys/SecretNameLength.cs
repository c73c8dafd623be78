using S2SVpn.Design.Findings;
using S2SVpn.Design.Planning;

namespace S2SVpn.Design.Rules.Keys;

internal sealed class SecretNameLength : Rule
{
    private const int MostInAws = 512;
    private const int MostInAzure = 127;

    public override RuleFacts Facts { get; } = new()
    {
        Code = "X214",
        Level = FindingLevel.Error,
        Title = "The names that a prefix gives secrets are short enough",
        Why = "The link and the tunnel are put behind the prefix. Secrets Manager takes 512 characters, and Key Vault 127.",
        Sources =
        [
            new("docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html", "AWS: CreateSecret"),
            new("learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates", "Microsoft: names in Key Vault"),
        ],
        Fix = "Use a shorter prefix.",
    };

    internal override bool NeedsPlan => true;

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from link in context.ResolvedLinks.Zip(context.Plan.Links)
        let keys = link.First.Link.At("keys")
        from given in link.Second.Keys.SelectMany(key => Names(key, keys))
        where given.Name?.Length > given.Most && context.Sources.IsWritten(given.Path["prefix"])
        group given by given.Path into names
        let longest = names.MaxBy(given => given.Name!.Length)
        select new Violation(
            $"{context.FormatPath(longest.Path["prefix"])} makes a name of {longest.Name!.Length} characters, and {longest.Store} takes {longest.Most}", longest.Path["prefix"]);

    private static IEnumerable<(string? Name, int Most, string Store, RequestPath Path)> Names(KeySlotPlan key, RequestPath keys) =>
    [
        (key.SecretsManager?.Name, MostInAws, "Secrets Manager", keys["secretsManager"]),
        (key.KeyVault?.Name, MostInAzure, "Key Vault", keys["keyVault"]),
        (key.CopyToSecretsManager?.Name, MostInAws, "Secrets Manager", keys.At("copyTo.secretsManager")),
        (key.CopyToKeyVault?.Name, MostInAzure, "Key Vault", keys.At("copyTo.keyVault")),
    ];
}
