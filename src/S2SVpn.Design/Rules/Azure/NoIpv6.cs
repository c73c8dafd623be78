using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class NoIpv6 : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ042",
        Level = FindingLevel.Error,
        Title = "The tunnels and the traffic in them are IPv4",
        Why = "An Azure VPN gateway has no outside IPv6 address, and inside IPv6 is a preview that needs "
            + "registration.",
        Sources =
        [
            new(
                "learn.microsoft.com/azure/vpn-gateway/ipv6-configuration",
                "Microsoft: IPv6 with VPN Gateway (preview)"),
            Source.AwsTunnels,
        ],
        Fix = "Leave tunnels.outsideAddress and tunnels.insideIpVersion out.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from link in context.Links
        from use in new Located<bool>[]
        {
            new(link.Link.Tunnels.OutsideAddress == OutsideAddress.Ipv6, link.At("tunnels.outsideAddress")),
            new(link.Link.Tunnels.InsideIpVersion == InsideIpVersion.Ipv6, link.At("tunnels.insideIpVersion")),
        }
        where use.Value
        select new Violation($"{context.FormatPath(use.Path)} is ipv6, which Azure does not support", use.Path);
}
