using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Keys;

public sealed class SecretCount : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X136",
        Level = FindingLevel.Error,
        Title = "Secrets are as many as the keys",
        Why = "Which tunnel has which key is fixed by the order, so there has to be one for each.",
        Sources = [Source.AwsProvider],
        Fix = "Name one secret for each tunnel, in the order 1.1, 1.2, 2.1, 2.2, or none, and they are named "
            + "after the tunnels.",
    };

    internal override IEnumerable<Fault> Check(RuleContext context) =>
        from joint in context.Joints
        let keys = joint.Link.Link.Keys
        from secrets in new Given<int?>[]
        {
            new(keys.SecretsManager?.Secrets.Count, joint.Link.At("keys.secretsManager.secrets")),
            new(keys.KeyVault?.Secrets.Count, joint.Link.At("keys.keyVault.secrets")),
            new(keys.CopyTo.SecretsManager?.Secrets.Count, joint.Link.At("keys.copyTo.secretsManager.secrets")),
            new(keys.CopyTo.KeyVault?.Secrets.Count, joint.Link.At("keys.copyTo.keyVault.secrets")),
        }
        where secrets.Value > 0 && secrets.Value != joint.KeyCount
        select new Fault(
            $"{context.Say(secrets.Path)} names {Phrase.Count(secrets.Value!.Value, "secret")} for "
            + Phrase.Count(joint.KeyCount, "key"),
            secrets.Path);
}
