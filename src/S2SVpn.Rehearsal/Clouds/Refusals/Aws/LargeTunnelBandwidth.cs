namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>Tunnels of more bandwidth end at transit gateways, without acceleration.</summary>
public sealed class LargeTunnelBandwidth : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        When = RefusalTime.Write,
        Types = ["aws_vpn_connection"],
        Source = "docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html",
    };

    internal override string? Why(RefusalContext context) =>
        context.Values.Text("tunnel_bandwidth") == "large" && (context.Values.Text("vpn_gateway_id") is not null || context.Values.Flag("enable_acceleration"))
            ? "Large tunnels are for connections of transit gateways that are not accelerated."
            : null;
}
