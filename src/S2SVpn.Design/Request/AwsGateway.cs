using System.ComponentModel;
using S2SVpn.Design.Network;

namespace S2SVpn.Design.Request;

[Description("The AWS end of the VPN."), Shorthand(nameof(Kind))]
public sealed record AwsGateway
{
    [Description("The kind of gateway. Changing it creates a different gateway and moves the VPN connections to it.")]
    public AwsGatewayKind Kind { get; init; } = AwsGatewayKind.VirtualPrivate;

    [Description("The id of an existing gateway of that kind.")]
    [Pattern("^(vgw|tgw)-[0-9a-z]+$", "the id of a gateway, such as vgw-0a1b2c3d4e5f60718 or tgw-0a1b2c3d4e5f60718")]
    public string? Existing { get; init; }

    [Description("Its autonomous system number. Changing it replaces the gateway.")]
    public Asn Asn { get; init; } = new(64512);

    [Description("Balance traffic over all tunnels of equal cost; a transit gateway with BGP only. Left out, on where it is supported.")]
    public bool? Ecmp { get; init; }

    [Description("The id of the transit gateway's route table to use; left out, its default one.")]
    [Pattern("^tgw-rtb-[0-9a-z]+$", "the id of a transit gateway route table, such as tgw-rtb-0a1b2c3d4e5f60718")]
    public string? RouteTable { get; init; }

    [Description("Whether Azure sites with BGP may reach each other through it. They do when their asn differ, and do not when it is the same.")]
    public bool? TransitBetweenSites { get; init; }

    [Description("The machine, when the kind is appliance.")]
    public Appliance? Appliance { get; init; }
}

/// <summary>What the AWS end of a site's links is.</summary>
public enum AwsGatewayKind
{
    [Description("A virtual private gateway: one VPC, one active path out.")]
    VirtualPrivate,

    [Description("A transit gateway: several VPCs, and all tunnels at once with BGP.")]
    Transit,

    [Description("A self-managed gateway that runs strongSwan or WireGuard.")]
    Appliance,

    [Description("A VPN concentrator: for many small sites, refused here with the reason.")]
    Concentrator,

    [Description("A Cloud WAN core network: not supported; the error explains why.")]
    CloudWan,
}
