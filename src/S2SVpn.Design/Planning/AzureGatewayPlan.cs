using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Planning;

/// <summary>The Azure end of the links of a site.</summary>
public sealed record AzureGatewayPlan
{
    /// <summary>A VPN gateway or an appliance.</summary>
    public required AzureGatewayKind Kind { get; init; }

    /// <summary>The name of the gateway.</summary>
    public required string Name { get; init; }

    /// <summary>The id of an existing gateway.</summary>
    public required string? Existing { get; init; }

    /// <summary>The BGP addresses that an existing gateway has, as the request says.</summary>
    public required ValueList<Ipv4> ExistingBgpAddresses { get; init; }

    /// <summary>The SKU of the VPN gateway.</summary>
    public required GatewaySku Sku { get; init; }

    /// <summary>The generation of the VPN gateway.</summary>
    public required GatewayGeneration Generation { get; init; }

    /// <summary>Whether both instances carry traffic (active_active).</summary>
    public required bool ActiveActive { get; init; }

    /// <summary>Of the public addresses; empty for none.</summary>
    public required ValueList<int> Zones { get; init; }

    /// <summary>The BGP number of the Azure side; an existing gateway has it already.</summary>
    public required Asn Asn { get; init; }

    /// <summary>Whether any of its links uses BGP.</summary>
    public required bool Bgp { get; init; }

    /// <summary>Two of them, or one; none with an appliance.</summary>
    public required ValueList<GatewayInstancePlan> Instances { get; init; }

    /// <summary>The address translations on the gateway.</summary>
    public required ValueList<NatRulePlan> NatRules { get; init; }

    /// <summary>The name of the lock that keeps it from being deleted; null for none.</summary>
    public required string? Lock { get; init; }

    /// <summary>What only machines of one's own have.</summary>
    public required AppliancePlan? Appliance { get; init; }
}

/// <summary>One instance of an Azure VPN gateway.</summary>
public sealed record GatewayInstancePlan
{
    /// <summary>0 or 1.</summary>
    public required int Index { get; init; }

    /// <summary>The name of its public address; null where the gateway exists.</summary>
    public required string? PublicIp { get; init; }

    /// <summary>The name of its IP configuration.</summary>
    public required string IpConfiguration { get; init; }

    /// <summary>Its addresses inside the tunnels (APIPA), lowest first; empty without BGP.</summary>
    public required ValueList<Ipv4> BgpAddresses { get; init; }
}

/// <summary>
/// One translation. Azure takes one network a rule
/// (learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq#nat), so that a rule of the request may become several.
/// </summary>
public sealed record NatRulePlan
{
    /// <summary>The name of the rule.</summary>
    public required string Name { get; init; }

    /// <summary>Static, one address for one, or dynamic, many for few.</summary>
    public required NatKind Kind { get; init; }

    /// <summary>Whether it translates Azure's addresses (egress) or the peer's (ingress).</summary>
    public required NatDirection Direction { get; init; }

    /// <summary>The network before translation.</summary>
    public required Cidr Internal { get; init; }

    /// <summary>The network after translation.</summary>
    public required Cidr External { get; init; }

    /// <summary>The IP configuration that it stands on; null for all.</summary>
    public required string? IpConfiguration { get; init; }
}
