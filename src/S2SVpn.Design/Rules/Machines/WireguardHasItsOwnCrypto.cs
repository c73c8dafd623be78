using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Machines;

public sealed class WireguardHasItsOwnCrypto : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X134",
        Level = FindingLevel.Warning,
        Title = "Algorithms are chosen only for IPsec",
        Why = "WireGuard has one set of algorithms and no other: what is asked for here is ignored.",
        Sources = [Source.Wireguard],
        Fix = "Leave crypto out for this link.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from link in context.Links
        where link.IsWireguard && context.Sources.IsWritten(link.At("crypto"))
        let path = link.At("crypto")
        select new Violation($"{context.FormatPath(path)} is ignored, because WireGuard brings its own algorithms", path);
}
