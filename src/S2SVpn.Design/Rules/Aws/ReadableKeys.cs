using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Aws;

public sealed class ReadableKeys : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS035",
        Level = FindingLevel.Warning,
        Title = "The keys stay with the VPN connection",
        Why = "From Secrets Manager AWS shows the keys to nobody, Terraform included: it can no longer tell the "
            + "tunnels apart by their keys, nor see a key that was changed by hand.",
        Sources = [Source.AwsProvider, Source.AwsKeyStorage],
        Fix = "Leave keys.storage out. A copy in Secrets Manager (keys.copyTo.secretsManager) has none of this.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from link in context.Links
        where link.Link.Keys is { Storage: KeyStorage.SecretsManager } keys && keys.EffectiveSource != KeySource.Aws
        let path = link.At("keys.storage")
        select new Violation($"{context.FormatPath(path)} hides the keys in AWS, where Terraform orders the tunnels by them", path);
}
