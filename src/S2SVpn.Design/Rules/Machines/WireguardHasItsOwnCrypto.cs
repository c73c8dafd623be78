using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Machines;

internal sealed class WireguardHasItsOwnCrypto : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X134",
        Level = FindingLevel.Warning,
        Title = "Crypto settings apply only to IPsec",
        Why = "WireGuard has a fixed set of algorithms, and these settings are ignored.",
        Sources = [Source.Wireguard],
        Fix = "Leave crypto out for this link.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from link in context.Links
        where link.IsWireguard && context.Sources.IsWritten(link.At("crypto"))
        let path = link.At("crypto")
        select new Violation($"{context.FormatPath(path)} is ignored, because WireGuard's algorithms are fixed", path);
}
