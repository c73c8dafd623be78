using S2SVpn.Design.Findings;
using S2SVpn.Design.Ipsec;

namespace S2SVpn.Design.Rules.Cross;

internal sealed class WeakCrypto : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X008",
        Level = FindingLevel.Warning,
        Title = "The algorithms are still recommended",
        Why = "SHA-1, MD5, DES, and groups below 2048 bits or with doubtful parameters (1, 2, 5, 22, 23, 24) "
            + "are broken or no longer trusted. Without encryption everybody on the way reads what passes.",
        Sources =
        [
            new("www.rfc-editor.org/rfc/rfc8247", "RFC 8247: algorithms for IKEv2"),
            new("www.rfc-editor.org/rfc/rfc8221", "RFC 8221: algorithms for ESP"),
        ],
        Fix = "Leave crypto out for the strong profile, or write balanced. Accept this only for a peer that supports "
            + "nothing better.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        foreach (var link in context.Links.Where(link => !link.IsWireguard))
        {
            var weak = Weak(link).ToList();
            if (weak.Count > 0)
            {
                yield return new Violation(
                    $"{context.FormatPath(link.At("crypto"))} uses {Phrase.And(weak.Select(use => use.Value))}, which "
                    + $"{(weak.Count == 1 ? "is" : "are")} no longer recommended",
                    [.. weak.Select(use => use.Path)]);
            }
        }
    }

    private static IEnumerable<Located<string>> Weak(LinkView link)
    {
        var (ike, esp) = (link.Crypto.Ike, link.Crypto.Esp);
        (Enum? Algorithm, bool IsWeak, string What, string Key)[] uses =
        [
            (ike.Encryption, ike.Encryption.IsWeak(), "for IKE", "ike.encryption"),
            (ike.Integrity, ike.Integrity.IsWeak(), "for IKE", "ike.integrity"),
            (ike.DhGroup, ike.DhGroup.IsWeak(), "for IKE", "ike.dhGroup"),
            (esp.Encryption, esp.Encryption.IsWeak(), "for ESP", "esp.encryption"),
            (esp.Integrity, esp.Integrity?.IsWeak() ?? false, "for ESP", "esp.integrity"),
            (esp.PfsGroup, esp.PfsGroup is not DhGroup.None && esp.PfsGroup.IsWeak(), "for PFS", "esp.pfsGroup"),
        ];
        return uses.Where(use => use.IsWeak)
            .Select(use => new Located<string>($"{(Words.Of(use.Algorithm!) is var word && word == "none" ? $"no {use.Key[4..]}" : word)} {use.What}", link.At("crypto").At(use.Key)));
    }
}
