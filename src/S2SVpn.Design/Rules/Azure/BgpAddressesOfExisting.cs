using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Azure;

public sealed class BgpAddressesOfExisting : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ117",
        Level = FindingLevel.Warning,
        Title = "The field bgpAddresses is given for an existing gateway only",
        Why = "A new gateway gets the addresses that its tunnels need; what is written here is not used.",
        Sources = [new("learn.microsoft.com/azure/vpn-gateway/bgp-howto", "Microsoft: custom BGP addresses")],
        Fix = "Leave bgpAddresses out; slot and inside say which addresses the tunnels have.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AzureSites
        where site.Site.Gateway is { Existing: null, BgpAddresses.Count: > 0 }
        let path = site.Gateway["bgpAddresses"]
        select new Violation($"{context.FormatPath(path)} is not used, because the gateway is a new one", path);
}
