using S2SVpn.Design.Findings;
using S2SVpn.Design.Network;

namespace S2SVpn.Design.Rules.Networks;

internal sealed class NoDefaultRoute : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X213",
        Level = FindingLevel.Error,
        Title = "No network is a default route",
        Why = "A default route contains the networks of both sides, so that nothing tells which side has an address. Internet access through the "
            + "other side (forced tunneling) is not supported.",
        Sources = [new("learn.microsoft.com/azure/vpn-gateway/vpn-gateway-forced-tunneling-rm", "Microsoft: forced tunneling")],
        Fix = "List the networks that are reached over the VPN. A default route to the other side, and the firewall or NAT that it needs there, "
            + "are for you to add outside of this request.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from network in context.Sites.SelectMany(site => site.Networks.Select(network => new Located<Cidr>(network.Cidr, network.Path)))
            .Concat(context.Links.SelectMany(Prefixes))
        where network.Value == Cidr.Any
        select new Violation($"{context.FormatPath(network.Path)} {network.Value} is a default route, which is not supported", network.Path);

    private static IEnumerable<Located<Cidr>> Prefixes(LinkView link) =>
    [
        .. link.Link.Prefixes.Aws.Select((cidr, index) => new Located<Cidr>(cidr, link.At("prefixes.aws")[index])),
        .. link.Link.Prefixes.Azure.Select((cidr, index) => new Located<Cidr>(cidr, link.At("prefixes.azure")[index])),
        .. link.NatRules.SelectMany(nat => nat.Value.Internal.Select((cidr, index) => new Located<Cidr>(cidr, nat.Path["internal"][index]))),
        .. link.NatRules.SelectMany(nat => nat.Value.External.Select((cidr, index) => new Located<Cidr>(cidr, nat.Path["external"][index]))),
    ];
}
