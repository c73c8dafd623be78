using S2SVpn.Design.Findings;
using S2SVpn.Design.Ipsec;

namespace S2SVpn.Design.Rules.Machines;

internal sealed class StrongswanProposes : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X204",
        Level = FindingLevel.Error,
        Title = "Phase 1 with strongSwan has a cipher and a Diffie-Hellman group",
        Why = "Azure has 'None' in its list of Diffie-Hellman groups. strongSwan needs a key exchange in every proposal for IKE, and a cipher that "
            + "encrypts. All other algorithms of Azure's lists it has too.",
        Sources = [new("docs.strongswan.org/docs/latest/config/proposals.html", "strongSwan: algorithm proposals"), Source.AzureCrypto],
        Fix = "Write ecp384, ecp256 or modp2048 and an AES cipher, or leave both out.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from link in context.Links
        where !link.IsWireguard && !(link.IsAwsManaged && link.IsAzureManaged)
        from use in new[]
        {
            (Lacks: link.Crypto.Ike.DhGroup == DhGroup.None, What: "a Diffie-Hellman group", Path: link.At("crypto.ike.dhGroup")),
            (Lacks: link.Crypto.Ike.Encryption == Encryption.None, What: "a cipher", Path: link.At("crypto.ike.encryption")),
        }
        where use.Lacks
        select new Violation($"{context.FormatPath(use.Path)} is none, but strongSwan needs {use.What} in phase 1", use.Path);
}
