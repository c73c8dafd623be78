using S2SVpn.Design.Findings;
using S2SVpn.Design.Ipsec;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class Ciphers : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS009",
        Level = FindingLevel.Error,
        Title = "AWS supports the cipher",
        Why = "AWS rejects the VPN connection if it does not support the cipher.",
        Sources = [Source.AwsTunnels, Source.AwsProvider],
        Fix = "Write aes256-gcm, aes256, aes128-gcm or aes128: both clouds support these in both phases.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from link in context.Links
        where link.IsAwsManaged
        from use in new Located<Encryption>[]
        {
            new(link.Crypto.Ike.Encryption, link.At("crypto.ike.encryption")),
            new(link.Crypto.Esp.Encryption, link.At("crypto.esp.encryption")),
        }
        where AwsSpelling.Encryption(use.Value) is null
        select new Violation(
            $"{context.FormatPath(use.Path)} {Words.Of(use.Value)} is not a cipher that AWS supports. Supported: "
            + Phrase.Every<Encryption>(known => AwsSpelling.Encryption(known) is not null),
            use.Path);
}
