using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Keys;

internal sealed class OneSource : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X135",
        Level = FindingLevel.Error,
        Title = "The keys come from one configured source",
        Why = "With two sources, or with settings for a different one, one would be ignored, and it would be unclear "
            + "which key is used.",
        Sources = [Source.TerraformSecrets],
        Fix = "Write keys: generated, or one of secretsManager and keyVault with what it needs.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        foreach (var link in context.Links)
        {
            var keys = link.Link.Keys;
            var (source, manager, vault) = (link.At("keys.source"), link.At("keys.secretsManager"), link.At("keys.keyVault"));
            if (keys is { SecretsManager: not null, KeyVault: not null })
            {
                yield return new Violation($"{context.FormatPath(manager)} and {context.FormatPath(vault)} are both given", vault, manager);
            }
            else if (keys is { Source: KeySource.KeyVault, KeyVault: null })
            {
                yield return new Violation($"{context.FormatPath(source)} is key-vault, but {context.FormatPath(vault)} names no vault", source)
                {
                    Fix = "Write keyVault: { vault: <its id> }.",
                };
            }
            else if (keys is { Source: not null and not KeySource.SecretsManager, SecretsManager: not null })
            {
                yield return Other(context, source, keys.Source.Value, manager);
            }
            else if (keys is { Source: not null and not KeySource.KeyVault, KeyVault: not null })
            {
                yield return Other(context, source, keys.Source.Value, vault);
            }
        }
    }

    private static Violation Other(RuleContext context, RequestPath source, KeySource given, RequestPath described) => new(
        $"{context.FormatPath(source)} is {Words.Of(given)}, but {context.FormatPath(described)} is given", described, source);
}
