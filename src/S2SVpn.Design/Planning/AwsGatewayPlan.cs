using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Planning;

/// <summary>The AWS end of the links of a site.</summary>
public sealed record AwsGatewayPlan
{
    /// <summary>A virtual private gateway, a transit gateway or an appliance.</summary>
    public required AwsGatewayKind Kind { get; init; }

    /// <summary>The name of the gateway.</summary>
    public required string Name { get; init; }

    /// <summary>The id of an existing gateway.</summary>
    public required string? Existing { get; init; }

    /// <summary>The BGP number of the AWS side; an existing gateway has it already.</summary>
    public required Asn Asn { get; init; }

    /// <summary>
    /// Whether it is attached to the VPC here. An existing gateway and an existing VPC are taken to be attached
    /// already: AWS refuses to do it twice.
    /// </summary>
    public required bool Attach { get; init; }

    /// <summary>Whether the route tables learn its routes by propagation: a virtual private gateway only.</summary>
    public required bool Propagate { get; init; }

    /// <summary>Refuse to destroy it.</summary>
    public required bool Protect { get; init; }

    /// <summary>What only a transit gateway has.</summary>
    public required TransitGatewayPlan? Transit { get; init; }

    /// <summary>What only machines of one's own have.</summary>
    public required AppliancePlan? Appliance { get; init; }
}

/// <summary>What only a transit gateway has.</summary>
public sealed record TransitGatewayPlan
{
    /// <summary>Whether traffic spreads over tunnels of equal cost (vpn_ecmp_support).</summary>
    public required bool Ecmp { get; init; }

    /// <summary>The id of the route table to associate with and propagate to; null for the gateway's default one.</summary>
    public required string? RouteTable { get; init; }

    /// <summary>The name of the attachment of the VPC.</summary>
    public required string Attachment { get; init; }

    /// <summary>The names of the subnets that the attachment stands in, one per zone.</summary>
    public required ValueList<string> AttachmentSubnets { get; init; }

    /// <summary>The routes of links without BGP in the gateway's own table.</summary>
    public required ValueList<TransitRoutePlan> StaticRoutes { get; init; }
}

/// <summary>
/// A static route of a transit gateway. It leads to one attachment: only BGP spreads over several
/// (docs.aws.amazon.com/vpc/latest/tgw/tgw-vpn-attachments.html).
/// </summary>
/// <param name="Destination">The Azure network.</param>
/// <param name="Connection">The name of the VPN connection.</param>
public sealed record TransitRoutePlan(Cidr Destination, string Connection);
