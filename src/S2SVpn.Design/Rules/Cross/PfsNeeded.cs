using S2SVpn.Design.Findings;
using S2SVpn.Design.Ipsec;

namespace S2SVpn.Design.Rules.Cross;

internal sealed class PfsNeeded : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X011",
        Level = FindingLevel.Error,
        Title = "Phase 2 uses perfect forward secrecy",
        Why = "AWS always does a new key exchange in phase 2. An end that proposes none gets no tunnel, or loses "
            + "it at the first rekey.",
        Sources = [Source.AwsTunnels],
        Fix = "Leave crypto.esp.pfsGroup out (ecp384), or write ecp256 or modp2048.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from link in context.Links
        where link.IsAwsManaged && link.Crypto.Esp.PfsGroup == DhGroup.None
        let path = link.At("crypto.esp.pfsGroup")
        select new Violation($"{context.FormatPath(path)} is none, which AWS does not support", path);
}
