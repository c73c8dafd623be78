using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class NoPolicyBased : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ036",
        Level = FindingLevel.Error,
        Title = "The gateway is route-based",
        Why = "A policy-based gateway has the Basic SKU, one tunnel, IKEv1 and no BGP.",
        Sources = [Source.AzureSettings, Source.AzureGatewayResource],
        Fix = "Leave vpnType out for route-based.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AzureSites
        where site.Site.Gateway.VpnType == VpnType.PolicyBased
        let path = site.Gateway["vpnType"]
        select new Violation($"{context.FormatPath(path)} is policy-based, which supports one tunnel and no BGP", path);
}
