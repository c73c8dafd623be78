using S2SVpn.Design.Findings;
using S2SVpn.Design.Ipsec;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class Integrities : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS010",
        Level = FindingLevel.Error,
        Title = "AWS supports the integrity algorithm",
        Why = "AWS rejects an algorithm that it does not support, such as MD5.",
        Sources = [Source.AwsTunnels, Source.AwsProvider],
        Fix = "Write sha384 or sha256 in phase 1, and sha256 in phase 2 or a GCM cipher, which needs none.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from link in context.Links
        where link.IsAwsManaged
        from use in new Located<Integrity?>[]
        {
            new(link.Crypto.Ike.Integrity, link.At("crypto.ike.integrity")),
            new(link.Crypto.Esp.Integrity, link.At("crypto.esp.integrity")),
        }
        where use.Value is { } hash && AwsSpelling.Integrity(hash) is null
        select new Violation(
            $"{context.FormatPath(use.Path)} {Words.Of(use.Value!.Value)} is not an integrity algorithm that AWS supports. Supported: "
            + Phrase.Every<Integrity>(known => AwsSpelling.Integrity(known) is not null),
            use.Path);
}
