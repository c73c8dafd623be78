using S2SVpn.Design.Findings;
using S2SVpn.Design.Ipsec;

namespace S2SVpn.Design.Rules.Cross;

internal sealed class GcmHasItsOwnHash : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X009",
        Level = FindingLevel.Error,
        Title = "A GCM cipher for ESP is used without an integrity algorithm",
        Why = "GCM includes integrity protection. Azure expects the cipher's name in its place, and AWS ignores the "
            + "setting.",
        Sources = [Source.AzureCrypto],
        Fix = "Leave crypto.esp.integrity out, or write a cipher without gcm.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from link in context.Links
        where link.Crypto.Esp is { Integrity: not null } esp && esp.Encryption.IsAead()
        let path = link.At("crypto.esp.integrity")
        select new Violation(
            $"{context.FormatPath(path)} {Words.Of(link.Crypto.Esp.Integrity!.Value)} can't be combined with the cipher "
            + Words.Of(link.Crypto.Esp.Encryption),
            path, link.At("crypto.esp.encryption"));
}
