using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Keys;

internal sealed class CopiesElsewhere : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X137",
        Level = FindingLevel.Error,
        Title = "Keys are copied to a different store than they come from",
        Why = "Terraform would read a secret and overwrite it in the same run.",
        Sources = [new("developer.hashicorp.com/terraform/language/data-sources", "Terraform: data sources")],
        Fix = "Leave copyTo out for the store that the keys come from.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from link in context.Links
        let keys = link.Link.Keys
        from copy in new (bool Given, KeySource Source, string Key)[]
        {
            (keys.CopyTo.SecretsManager is not null, KeySource.SecretsManager, "secretsManager"),
            (keys.CopyTo.KeyVault is not null, KeySource.KeyVault, "keyVault"),
        }
        where copy.Given && keys.EffectiveSource == copy.Source
        let path = link.At("keys.copyTo")[copy.Key]
        select new Violation(
            $"{context.FormatPath(path)} is where the keys come from", path, link.At("keys")[copy.Key], link.At("keys.source"));
}
