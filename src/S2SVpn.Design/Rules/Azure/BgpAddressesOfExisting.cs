using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class BgpAddressesOfExisting : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ117",
        Level = FindingLevel.Warning,
        Title = "The field bgpAddresses is for existing gateways",
        Why = "A new gateway gets the addresses that its tunnels need, and this field is ignored.",
        Sources = [new("learn.microsoft.com/azure/vpn-gateway/bgp-howto", "Microsoft: custom BGP addresses")],
        Fix = "Leave bgpAddresses out; slot and inside decide the tunnels' addresses.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AzureSites
        where site.Site.Gateway is { Existing: null, BgpAddresses.Count: > 0 }
        let path = site.Gateway["bgpAddresses"]
        select new Violation($"{context.FormatPath(path)} is ignored, because the gateway is a new one", path);
}
