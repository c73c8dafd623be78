using S2SVpn.Design.Findings;
using S2SVpn.Design.Ipsec;

namespace S2SVpn.Design.Rules.Cross;

public sealed class GcmHasItsOwnHash : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X009",
        Level = FindingLevel.Error,
        Title = "A GCM cipher for ESP has no integrity algorithm beside it",
        Why = "GCM brings its own integrity. Azure wants the cipher's name in its place, and AWS ignores what "
            + "is written there.",
        Sources = [Source.AzureCrypto],
        Fix = "Leave crypto.esp.integrity out, or write a cipher without gcm.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from link in context.Links
        where link.Crypto.Esp is { Integrity: not null } esp && esp.Encryption.IsAead()
        let path = link.At("crypto.esp.integrity")
        select new Violation(
            $"{context.FormatPath(path)} {Words.Of(link.Crypto.Esp.Integrity!.Value)} does not go with the cipher "
            + Words.Of(link.Crypto.Esp.Encryption),
            path, link.At("crypto.esp.encryption"));
}
