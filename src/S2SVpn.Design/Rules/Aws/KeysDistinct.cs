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
        from secrets in new[] { context.Links.SelectMany(Read), context.Links.SelectMany(Written) }
        from same in secrets.GroupBy(secret => secret.Value)
        where same.Count() > 1
        let paths = same.Select(secret => secret.Path).ToValueList()
        select new Violation(
            $"{Phrase.Some([.. paths.Skip(1).Select(context.FormatPath)])} {(paths.Count == 2 ? "names" : "name")} "
            + $"the same secret as {context.FormatPath(paths[0])}",
            [.. paths.Skip(1), paths[0]]);

    private static IEnumerable<Located<string>> Read(LinkView link) =>
        Names(link.Link.Keys.SecretsManager, link.Link.Keys.KeyVault, link.At("keys"));

    private static IEnumerable<Located<string>> Written(LinkView link) =>
        Names(link.Link.Keys.CopyTo.SecretsManager, link.Link.Keys.CopyTo.KeyVault, link.At("keys.copyTo"));

    private static IEnumerable<Located<string>> Names(
        SecretsManagerKeys? manager, KeyVaultKeys? vault, RequestPath at) =>
    [
        .. (manager?.Secrets ?? []).Select((name, index) => new Located<string>(Bare(name), at.At("secretsManager.secrets")[index])),
        // Key Vault does not tell capitals from small letters.
        .. (vault?.Secrets ?? []).Select((name, index) =>
            new Located<string>($"{vault!.Vault}/{name}".ToUpperInvariant(), at.At("keyVault.secrets")[index])),
    ];

    // An ARN ends in the name, and in six characters that AWS puts behind it
    // (docs.aws.amazon.com/secretsmanager/latest/userguide/getting-started.html); those may be left out.
    private static string Bare(string secret) => Arn().Match(secret) is { Success: true } arn ? arn.Groups["name"].Value : secret;

    [GeneratedRegex("^arn:[^:]+:secretsmanager:[^:]*:[^:]*:secret:(?<name>.+?)(-[A-Za-z0-9]{6})?$")]
    private static partial Regex Arn();
}
