using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Machines;

internal sealed class SpokesNeedManagedGateway : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X198",
        Level = FindingLevel.Error,
        Title = "Spokes need a managed VPN gateway in Azure",
        Why = "A peering lets a spoke use a VPN gateway or a Route Server of the hub. An appliance is neither, and Azure rejects the "
            + "peering with RemoteVnetHasNoGateways.",
        Sources =
        [
            new("learn.microsoft.com/azure/vpn-gateway/vpn-gateway-peering-gateway-transit", "Microsoft: gateway transit for peerings"),
        ],
        Fix = "Leave gateway.kind out for this site, or leave spokes out.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AzureSites
        where !site.IsManaged && site.Site.Network.Spokes.Count > 0
        let path = site.Network["spokes"]
        let kind = site.Gateway["kind"]
        select new Violation($"{context.FormatPath(path)} is given, but {context.FormatPath(kind)} is appliance", path, kind);
}
