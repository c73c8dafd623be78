using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Keys;

internal sealed class WireguardKeys : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X197",
        Level = FindingLevel.Error,
        Title = "The keys of WireGuard come from the keys command",
        Why = "WireGuard has a pair of Curve25519 keys at each end and no pre-shared key, and no Terraform provider used here "
            + "creates such a pair. The command writes them to a file of variables, and they go to the secret store of each cloud.",
        Sources = [Source.Wireguard],
        Fix = "Leave keys out, and run 's2svpn keys' before the first apply.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from link in context.Links
        where link.IsWireguard
        let keys = link.Link.Keys
        from given in new (bool Is, RequestPath Path, string What)[]
        {
            (keys.Source is not null and not KeySource.Variables, link.At("keys.source"), $"is {Words.Of(keys.EffectiveSource)}"),
            (keys.SecretsManager is not null, link.At("keys.secretsManager"), "is given"),
            (keys.KeyVault is not null, link.At("keys.keyVault"), "is given"),
            (keys.CopyTo.SecretsManager is not null, link.At("keys.copyTo.secretsManager"), "is given"),
            (keys.CopyTo.KeyVault is not null, link.At("keys.copyTo.keyVault"), "is given"),
            (context.Sources.IsWritten(link.At("keys.storage")), link.At("keys.storage"), "is given"),
            (context.Sources.IsWritten(link.At("keys.length")), link.At("keys.length"), "is given"),
        }
        where given.Is
        select new Violation($"{context.FormatPath(given.Path)} {given.What}, but the link uses WireGuard", given.Path);
}
