using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Cross;

public sealed class LargeTunnelsFilled : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X020",
        Level = FindingLevel.Warning,
        Title = "AWS's tunnels are no larger than Azure can fill",
        Why = "One tunnel of Azure carries 2.3 Gbps at best, on VpnGw4AZ and VpnGw5AZ. The 5 Gbps of a large "
            + "AWS tunnel are paid for and never used.",
        Sources = [Source.AzureSkus, Source.AwsTunnelBandwidth],
        Fix = "Leave tunnels.bandwidth out, and use ECMP over all tunnels for more.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from resolved in context.ResolvedLinks
        where resolved.Azure.IsManaged && resolved.Link.Link.Tunnels.Bandwidth == Bandwidth.Large
        let path = resolved.Link.At("tunnels.bandwidth")
        let sku = resolved.Azure.Gateway["sku"]
        select new Violation(
            $"{context.FormatPath(path)} large gives 5 Gbps a tunnel, of which {context.FormatPath(sku)} "
            + $"{Words.Of(resolved.Azure.Site.Gateway.Sku)} fills {AzureSku.Of(resolved.Azure.Site.Gateway.Sku).PerTunnel} at most",
            path, sku);
}
