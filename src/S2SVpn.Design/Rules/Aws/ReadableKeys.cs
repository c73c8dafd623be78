using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class ReadableKeys : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS035",
        Level = FindingLevel.Warning,
        Title = "Terraform can read the keys",
        Why = "With Secrets Manager, AWS does not return the keys, so Terraform can no longer tell the "
            + "tunnels apart by their keys or detect a key that was changed by hand.",
        Sources = [Source.AwsProvider, Source.AwsKeyStorage],
        Fix = "Leave keys.storage out. A copy in Secrets Manager (keys.copyTo.secretsManager) has no such effect.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from link in context.Links
        where link.IsAwsManaged && link.Link.Keys is { Storage: KeyStorage.SecretsManager } keys && keys.EffectiveSource != KeySource.Aws
        let path = link.At("keys.storage")
        select new Violation($"{context.FormatPath(path)} hides the keys, by which Terraform tells the tunnels apart", path);
}
