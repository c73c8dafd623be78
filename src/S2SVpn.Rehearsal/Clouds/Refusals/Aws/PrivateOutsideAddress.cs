namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>Tunnels between private addresses run over Direct Connect: they need a transit gateway and the attachment that carries them.</summary>
public sealed class PrivateOutsideAddress : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        When = RefusalTime.Write,
        Types = ["aws_vpn_connection"],
        Source = "docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpnConnectionOptionsSpecification.html",
    };

    internal override string? Why(RefusalContext context) => context.Values.Text("outside_ip_address_type") == "PrivateIpv4"
        && (context.Values["transit_gateway_id"].IsNull || context.Values["transport_transit_gateway_attachment_id"].IsNull)
            ? "A connection with outside IP addresses of the type PrivateIpv4 needs a transit gateway and a transport transit gateway attachment."
            : null;
}
