namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>The two ends of a connection need different ASNs.</summary>
public sealed class SameAsn : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "AsnConflict",
        When = RefusalTime.Write,
        Types = ["aws_vpn_connection"],
        Source = "github.com/awslabs/aws-transit-vpc/issues/27",
    };

    internal override string? Why(RefusalContext context)
    {
        var customer = context.Find("aws_customer_gateway", context.Values.Text("customer_gateway_id"));
        var gateway = context.Find("aws_vpn_gateway", context.Values.Text("vpn_gateway_id"));
        var (theirs, own) = (customer?.Number("bgp_asn") ?? customer?.Number("bgp_asn_extended"), gateway?.Number("amazon_side_asn"));
        return own is not null && theirs == own ? $"The customer gateway and the VPN gateway both have the ASN {own}." : null;
    }
}
