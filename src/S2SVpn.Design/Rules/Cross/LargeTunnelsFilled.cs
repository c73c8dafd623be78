using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Cross;

internal sealed class LargeTunnelsFilled : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X020",
        Level = FindingLevel.Warning,
        Title = "AWS's tunnels are no larger than Azure can use",
        Why = "One Azure tunnel carries at most 2.3 Gbps, on VpnGw4AZ and VpnGw5AZ. The 5 Gbps of a large "
            + "AWS tunnel cost money and stay unused.",
        Sources = [Source.AzureSkus, Source.AwsTunnelBandwidth],
        Fix = "Leave tunnels.bandwidth out, and use ECMP over all tunnels for more.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from resolved in context.ResolvedLinks
        where resolved.Azure.IsManaged && resolved.Link.Link.Tunnels.Bandwidth == Bandwidth.Large
        let path = resolved.Link.At("tunnels.bandwidth")
        let sku = resolved.Azure.Gateway["sku"]
        select new Violation(
            $"{context.FormatPath(path)} is large, 5 Gbps per tunnel, but {context.FormatPath(sku)} "
            + $"{Words.Of(resolved.Azure.Site.Gateway.Sku)} supports at most {Words.OfMbps(AzureSku.Of(resolved.Azure.Site.Gateway.Sku).PerTunnel)}",
            path, sku);
}
