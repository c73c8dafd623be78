using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Machines;

internal sealed class WireguardAtBothEnds : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X132",
        Level = FindingLevel.Error,
        Title = "WireGuard runs at both ends of a link or neither",
        Why = "Managed gateways and strongSwan support only IPsec.",
        Sources = [Source.Wireguard],
        Fix = "Write gateway.kind: appliance with software: wireguard at both ends, or strongswan.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from resolved in context.ResolvedLinks
        let software = resolved.Ends.Select(end => end.Appliance?.Software).ToList()
        where software.Contains(ApplianceSoftware.Wireguard) && software[0] != software[1]
        let path = resolved.Ends[software.IndexOf(ApplianceSoftware.Wireguard)].Gateway.At("appliance.software")
        let other = resolved.Ends[1 - software.IndexOf(ApplianceSoftware.Wireguard)]
        select new Violation(
            $"{context.FormatPath(path)} is wireguard, but {context.FormatPath(other.Path)} at the other end uses IPsec",
            path, other.Gateway["kind"], resolved.Link.Path);
}
