using S2SVpn.Design.Findings;
using S2SVpn.Design.Ipsec;

namespace S2SVpn.Design.Rules.Cross;

internal sealed class GcmNeedsIkev2 : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X171",
        Level = FindingLevel.Error,
        Title = "GCM in phase 1 needs IKEv2",
        Why = "IKEv1 does not support AES-GCM in phase 1, so no tunnel comes up.",
        Sources =
        [
            new("www.rfc-editor.org/rfc/rfc5282", "RFC 5282: authenticated encryption in IKEv2"),
            Source.AzureCrypto,
        ],
        Fix = "Write crypto.ike.encryption: aes256, or leave version out for IKEv2.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from link in context.Links
        where !link.IsWireguard && link.Crypto.Ike.Version == IkeVersion.Ikev1 && link.Crypto.Ike.Encryption.IsAead()
        let path = link.At("crypto.ike.version")
        select new Violation(
            $"{context.FormatPath(path)} is ikev1, which does not support {Words.Of(link.Crypto.Ike.Encryption)} in phase 1", path, link.At("crypto.ike.encryption"));
}
