namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>Only connections of transit gateways carry IPv6.</summary>
public sealed class Ipv6InsideTunnel : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        When = RefusalTime.Write,
        Types = ["aws_vpn_connection"],
        Source = "docs.aws.amazon.com/vpn/latest/s2svpn/ipv4-ipv6.html",
    };

    internal override string? Why(RefusalContext context) => context.Values.Text("tunnel_inside_ip_version") == "ipv6" && context.Values.Text("vpn_gateway_id") is { } gateway
        ? $"{gateway} does not support IPv6 inside of a tunnel; a transit gateway does."
        : null;
}
