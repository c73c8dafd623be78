using System.Text.RegularExpressions;
using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Aws;

internal sealed partial class KeysDistinct : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS006",
        Level = FindingLevel.Error,
        Title = "Every tunnel has its own secret",
        Why = "The AWS provider identifies the two tunnels of a connection by their keys. With one key for "
            + "both, Azure may be pointed at the wrong tunnel, and a key that leaks opens both.",
        Sources = [Source.AwsProvider],
        Fix = "Name one secret for each tunnel, in the order 1.1, 1.2, 2.1, 2.2.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from secrets in new[] { context.Links.SelectMany(Read).ToList(), context.Links.SelectMany(Written).ToList() }
        from same in secrets.GroupBy(secret => secret.Value.In(secrets))
        where same.Count() > 1
        let paths = same.Select(secret => secret.Path).ToValueList()
        select new Violation(
            $"{Phrase.Some([.. paths.Skip(1).Select(context.FormatPath)])} {(paths.Count == 2 ? "names" : "name")} "
            + $"the same secret as {context.FormatPath(paths[0])}",
            [.. paths.Skip(1), paths[0]]);

    private static IEnumerable<Located<Secret>> Read(LinkView link) =>
        Names(link, link.Link.Keys.SecretsManager, link.Link.Keys.KeyVault, link.At("keys"));

    private static IEnumerable<Located<Secret>> Written(LinkView link) =>
        Names(link, link.Link.Keys.CopyTo.SecretsManager, link.Link.Keys.CopyTo.KeyVault, link.At("keys.copyTo"));

    private static IEnumerable<Located<Secret>> Names(LinkView link, SecretsManagerKeys? manager, KeyVaultKeys? vault, RequestPath at) =>
    [
        .. (manager?.Secrets ?? []).Select((name, index) =>
            new Located<Secret>(InSecretsManager(name, link.ResolvedLink?.Aws.Site), at.At("secretsManager.secrets")[index])),
        // Key Vault does not tell capitals from small letters.
        .. (vault?.Secrets ?? []).Select((name, index) =>
            new Located<Secret>(new Secret($"{KeyVaultKeys.Identity(vault!.Vault)}/{name.ToUpperInvariant()}", null, null, ""), at.At("keyVault.secrets")[index])),
    ];

    // An ARN ends in the name, and in six characters that AWS puts behind it
    // (docs.aws.amazon.com/secretsmanager/latest/userguide/getting-started.html); those may be left out.
    private static Secret InSecretsManager(string secret, AwsSite? site) => Arn().Match(secret) is { Success: true } arn
        ? new Secret(arn.Groups["name"].Value, arn.Groups["region"].Value, arn.Groups["account"].Value, arn.Groups["suffix"].Value)
        : new Secret(secret, site?.Region, site?.Account ?? AccountOf(site?.Role), "");

    private static string? AccountOf(string? role) => role?.Split(':') is [_, _, _, _, { Length: > 0 } account, ..] ? account : null;

    [GeneratedRegex("^arn:[^:]+:secretsmanager:(?<region>[^:]*):(?<account>[^:]*):secret:(?<name>.+?)(-(?<suffix>[A-Za-z0-9]{6}))?$")]
    private static partial Regex Arn();

    /// <summary>A secret of one region and account; each has its own of that name.</summary>
    private sealed record Secret(string Name, string? Region, string? Account, string Suffix)
    {
        /// <summary>What no other secret is.</summary>
        public (string Name, string? Region, string? Account) In(IEnumerable<Located<Secret>> all)
        {
            var alike = all.Select(other => other.Value).Where(other => other.Name == Name).ToList();
            return (Name, Suffix.Length == 0 ? Region : alike.Where(IsCopy).Min(other => other.Region), Account ?? Only(alike));
        }

        // A replica has all of its ARN but the region (docs.aws.amazon.com/secretsmanager/latest/userguide/replicate-secrets.html).
        private bool IsCopy(Secret other) => other.Suffix == Suffix && other.Account == Account;

        // A site that names no account is supposed to be in the only one that others name.
        private string? Only(IEnumerable<Secret> alike) => alike.Where(other => other.Region == Region && other.Account is not null)
            .Select(other => other.Account).Distinct().ToList() is [var only] ? only : null;
    }
}
