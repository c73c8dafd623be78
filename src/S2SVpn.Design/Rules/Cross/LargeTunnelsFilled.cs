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

    internal override IEnumerable<Fault> Check(RuleContext context) =>
        from joint in context.Joints
        where joint.Azure.IsManaged && joint.Link.Link.Tunnels.Bandwidth == Bandwidth.Large
        let path = joint.Link.At("tunnels.bandwidth")
        let sku = joint.Azure.Gateway["sku"]
        select new Fault(
            $"{context.Say(path)} large gives 5 Gbps a tunnel, of which {context.Say(sku)} "
            + $"{Words.Of(joint.Azure.Site.Gateway.Sku)} fills {PerTunnel(joint.Azure.Site.Gateway.Sku)} at most",
            path, sku);

    // Observed with AES-256-GCM, by the table of the source.
    private static string PerTunnel(GatewaySku sku) => sku switch
    {
        GatewaySku.VpnGw4 or GatewaySku.VpnGw5 or GatewaySku.VpnGw4AZ or GatewaySku.VpnGw5AZ => "2.3 Gbps",
        GatewaySku.VpnGw3 or GatewaySku.VpnGw3AZ => "1.5 Gbps",
        GatewaySku.VpnGw2 or GatewaySku.VpnGw2AZ => "1.25 Gbps",
        _ => "650 Mbps",
    };
}
