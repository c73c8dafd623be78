using Constructs;
using S2SVpn.Design;
using S2SVpn.Design.Ipsec;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.Constructs.Azure;

/// <summary>One tunnel of a peer as Azure keeps it: a local network gateway and the connection to it.</summary>
public sealed class AzureVpnConnection : Construct
{
    internal AzureVpnConnection(
        Construct scope, string id, AzureConnectionPlan plan, TunnelEnd end, AzureGateway gateway, ITerraformDependable? after, ReplacementOrder order, AzureResourceScope place, TerraformTimeouts timeouts)
        : base(scope, id)
    {
        Tunnel = end.Tunnel;
        var peer = plan.LocalNetworkGateway;
        var local = new LocalNetworkGateway(this, "peer", new LocalNetworkGatewayConfig
        {
            Provider = place.Provider,
            Name = peer.Name,
            ResourceGroupName = place.ResourceGroup,
            Location = place.Location,
            GatewayAddress = end.OutsideIp,
            // With BGP it stays empty: whatever stands here becomes a static route beside BGP's.
            AddressSpace = peer.AddressSpace.Count == 0 ? null : [.. peer.AddressSpace.Select(cidr => cidr.ToString())],
            BgpSettings = plan.Bgp
                ? new LocalNetworkGatewayBgpSettings { Asn = peer.Asn!.Value, BgpPeeringAddress = peer.BgpAddress.ToString()! }
                : null,
            Tags = place.Tags,
            DependsOn = [order.Dependable],
        });
        LocalNetworkGatewayId = local.Id;
        var connection = new VirtualNetworkGatewayConnection(this, "Resource", new VirtualNetworkGatewayConnectionConfig
        {
            Provider = place.Provider,
            Name = plan.Name,
            ResourceGroupName = place.ResourceGroup,
            Location = place.Location,
            Type = "IPsec",
            VirtualNetworkGatewayId = gateway.Id,
            LocalNetworkGatewayId = LocalNetworkGatewayId,
            SharedKey = end.PreSharedKey,
            ConnectionProtocol = plan.Policy.ConnectionProtocol,
            ConnectionMode = plan.Mode.ToString(),
            DpdTimeoutSeconds = plan.DpdTimeoutSeconds,
            EnableBgp = plan.Bgp,
            // Without it every connection would use each instance's first address, and all but one BGP session stay down.
            CustomBgpAddresses = plan.CustomBgpAddresses is { } addresses
                ? new VirtualNetworkGatewayConnectionCustomBgpAddresses { Primary = addresses.Primary.ToString(), Secondary = addresses.Secondary.ToString() }
                : null,
            RoutingWeight = plan.RoutingWeight,
            UsePolicyBasedTrafficSelectors = plan.Selectors.Count > 0,
            TrafficSelectorPolicy = plan.Selectors.Count == 0 ? null : plan.Selectors.Select(Selector).ToArray(),
            IpsecPolicy = Policy(plan.Policy),
            Timeouts = new VirtualNetworkGatewayConnectionTimeouts
            {
                Create = timeouts.Connection.ToString(),
                Update = timeouts.Connection.ToString(),
                Delete = timeouts.Connection.ToString(),
            },
            Tags = place.Tags,
            EgressNatRuleIds = NatRules(plan.EgressNatRules, gateway),
            IngressNatRuleIds = NatRules(plan.IngressNatRules, gateway),
            DependsOn = [order.Dependable, .. after is null ? [] : new[] { after }],
            // Azure deletes no translation that a connection uses.
            Lifecycle = ReplacementOrder.ReplacedBy(order.Of(Translation(plan))),
        });
        (Id, Dependable) = (connection.Id, connection);
    }

    /// <summary>The id of the connection.</summary>
    public string Id { get; }

    /// <summary>What both ends were told of its tunnel.</summary>
    public TunnelPlan Tunnel { get; }

    /// <summary>The id of the local network gateway that it leads to.</summary>
    public string LocalNetworkGatewayId { get; }

    /// <summary>The connection as something to wait for.</summary>
    internal ITerraformDependable Dependable { get; }

    /// <summary>Under which the translations of a connection stand in the order.</summary>
    internal static string Translation(AzureConnectionPlan plan) => $"{plan.Name}-translation";

    private static string[]? NatRules(ValueList<string> names, AzureGateway gateway) =>
        names.Count == 0 ? null : [.. names.Select(gateway.NatRuleId)];

    private static VirtualNetworkGatewayConnectionTrafficSelectorPolicy Selector(TrafficSelector selector) => new()
    {
        LocalAddressCidrs = [.. selector.Azure.Select(cidr => cidr.ToString())],
        RemoteAddressCidrs = [.. selector.Aws.Select(cidr => cidr.ToString())],
    };

    private static VirtualNetworkGatewayConnectionIpsecPolicy Policy(AzureIpsecPolicy policy) => new()
    {
        IkeEncryption = policy.IkeEncryption,
        IkeIntegrity = policy.IkeIntegrity,
        DhGroup = policy.DhGroup,
        IpsecEncryption = policy.IpsecEncryption,
        IpsecIntegrity = policy.IpsecIntegrity,
        PfsGroup = policy.PfsGroup,
        SaLifetime = policy.SaLifetimeSeconds,
        SaDatasize = policy.SaDataSizeKilobytes,
    };
}
