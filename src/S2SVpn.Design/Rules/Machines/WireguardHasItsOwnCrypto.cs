using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Machines;

internal sealed class WireguardHasItsOwnCrypto : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X134",
        Level = FindingLevel.Warning,
        Title = "Crypto and tunnel settings apply only to IPsec",
        Why = "WireGuard has fixed algorithms and timers: it ignores 'crypto' and 'tunnels'.",
        Sources = [Source.Wireguard],
        Fix = "Leave crypto and tunnels out for this link.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from link in context.Links
        where link.IsWireguard
        from ignored in new[] { (Field: "crypto", What: "algorithms"), (Field: "tunnels", What: "timers") }
        let path = link.At(ignored.Field)
        where context.Sources.IsWritten(path)
        select new Violation($"{context.FormatPath(path)} is ignored, because WireGuard's {ignored.What} are fixed", path);
}
