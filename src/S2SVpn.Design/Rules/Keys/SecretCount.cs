using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Keys;

internal sealed class SecretCount : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X136",
        Level = FindingLevel.Error,
        Title = "There is one secret for each key",
        Why = "The order decides which tunnel gets which key, so there must be one for each.",
        Sources = [Source.AwsProvider],
        Fix = "Name one secret for each tunnel, in the order 1.1, 1.2, 2.1, 2.2, or leave the list out to have them "
            + "named after the tunnels.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from resolved in context.ResolvedLinks
        let keys = resolved.Link.Link.Keys
        from secrets in new Located<int?>[]
        {
            new(keys.SecretsManager?.Secrets.Count, resolved.Link.At("keys.secretsManager.secrets")),
            new(keys.KeyVault?.Secrets.Count, resolved.Link.At("keys.keyVault.secrets")),
            new(keys.CopyTo.SecretsManager?.Secrets.Count, resolved.Link.At("keys.copyTo.secretsManager.secrets")),
            new(keys.CopyTo.KeyVault?.Secrets.Count, resolved.Link.At("keys.copyTo.keyVault.secrets")),
        }
        where secrets.Value > 0 && secrets.Value != resolved.KeyCount
        select new Violation(
            $"{context.FormatPath(secrets.Path)} names {Phrase.Count(secrets.Value!.Value, "secret")} for "
            + Phrase.Count(resolved.KeyCount, "key"),
            secrets.Path);
}
