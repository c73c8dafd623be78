using System.Text.RegularExpressions;
using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Keys;

internal sealed partial class SecretNames : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X150",
        Level = FindingLevel.Error,
        Title = "A secret's name is valid in its store",
        Why = "The store rejects other names. A key written here by mistake would end up in the configuration.",
        Sources =
        [
            new("docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html", "AWS: CreateSecret"),
            new(
                "learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates",
                "Microsoft: names in Key Vault"),
        ],
        Fix = "Write the name of the secret: letters, digits and hyphens, and in Secrets Manager also / _ + = . "
            + "@, or where it is read its ARN. The keys themselves belong in the store, or with keys: variables in TF_VAR_psk_….",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from link in context.Links
        from name in Names(link.Link.Keys.SecretsManager, link.Link.Keys.KeyVault, link.At("keys"), isRead: true)
            .Concat(Names(link.Link.Keys.CopyTo.SecretsManager, link.Link.Keys.CopyTo.KeyVault, link.At("keys.copyTo"), isRead: false))
        where !name.IsGood
        select new Violation($"{context.FormatPath(name.Path)} is not a valid name in {name.Store}", name.Path);

    private static IEnumerable<(bool IsGood, string Store, RequestPath Path)> Names(
        SecretsManagerKeys? manager, KeyVaultKeys? vault, RequestPath at, bool isRead)
    {
        var (aws, azure) = (at["secretsManager"], at["keyVault"]);
        return
        [
            .. Given(manager?.Secrets, manager?.Prefix, aws).Select(name => (InAws().IsMatch(name.Value) || (isRead && name.Path != aws["prefix"] && Arn().IsMatch(name.Value)), "Secrets Manager", name.Path)),
            .. Given(vault?.Secrets, vault?.Prefix, azure).Select(name => (InAzure().IsMatch(name.Value), "Key Vault", name.Path)),
        ];
    }

    private static IEnumerable<Located<string>> Given(ValueList<string>? secrets, string? prefix, RequestPath at) =>
        (secrets ?? []).Select((name, index) => new Located<string>(name, at["secrets"][index]))
            .Concat(prefix is null ? [] : [new Located<string>(prefix, at["prefix"])]);

    [GeneratedRegex("^[A-Za-z0-9/_+=.@-]{1,512}$")]
    private static partial Regex InAws();

    [GeneratedRegex("^arn:aws[a-z-]*:secretsmanager:[A-Za-z0-9:/_+=.@-]+$")]
    private static partial Regex Arn();

    [GeneratedRegex("^[A-Za-z0-9-]{1,127}$")]
    private static partial Regex InAzure();
}
