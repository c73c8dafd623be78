using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Machines;

internal sealed class SelectorsNeedIpsec : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X202",
        Level = FindingLevel.Error,
        Title = "Traffic selectors need IPsec",
        Why = "WireGuard negotiates no selectors: its peers decide by routes and filters what enters a tunnel, so selectors would be ignored.",
        Sources = [Source.Wireguard],
        Fix = "Leave selectors out; prefixes and access decide what crosses.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from link in context.Links
        where link.IsWireguard && link.Link.Selectors.Count > 0
        let path = link.At("selectors")
        select new Violation($"{context.FormatPath(path)} is given, but the link uses WireGuard", path);
}
