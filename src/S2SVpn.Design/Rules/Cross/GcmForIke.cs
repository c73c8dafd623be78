using S2SVpn.Design.Findings;
using S2SVpn.Design.Ipsec;

namespace S2SVpn.Design.Rules.Cross;

internal sealed class GcmForIke : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X010",
        Level = FindingLevel.Warning,
        Title = "IKE does not use a GCM cipher",
        Why = "With GCM in IKE, Azure uses the integrity algorithm for key derivation. It works "
            + "with AWS, but is the least documented combination; GCM for ESP is what makes "
            + "traffic fast.",
        Sources = [Source.AzureCrypto],
        Fix = "Write crypto.ike.encryption: aes256, or leave crypto out for the strong profile.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from link in context.Links
        where link.IsAzureManaged && link.Crypto.Ike.Encryption.IsAead()
        let path = link.At("crypto.ike.encryption")
        select new Violation(
            $"{context.FormatPath(path)} {Words.Of(link.Crypto.Ike.Encryption)} with {Words.Of(link.Crypto.Ike.Integrity)} is rarely "
            + "used between the two clouds",
            path);
}
