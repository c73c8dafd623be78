namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A transit gateway keeps its ASN while a VPN connection is attached to it.</summary>
public sealed class TransitGatewayAsn : Refusal
{
    private const string Asn = "amazon_side_asn";

    public override RefusalFacts Facts { get; } = new()
    {
        When = RefusalTime.Write,
        Types = ["aws_ec2_transit_gateway"],
        Source = "docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyTransitGatewayOptions.html",
    };

    internal override string? Why(RefusalContext context) =>
        context.Find(context.Type, context.Id) is { } before
        && before.Number(Asn) != context.Values.Number(Asn)
        && context.OthersOf("aws_vpn_connection").FirstOrDefault(connection => connection.Values.Text("transit_gateway_id") == context.Id) is { } user
            ? $"The ASN of {context.Id} can't be modified while the VPN attachment of {user.Id} exists."
            : null;
}
