using Constructs;
using S2SVpn.Design.Network;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Azure;

/// <summary>
/// A VNet that uses the site's gateway through a peering: it learns the gateway's routes, and the gateway announces its
/// networks. One that is made here has no subnets yet; the security group for them is made with it.
/// </summary>
public sealed class AzureSpoke : Construct
{
    internal AzureSpoke(Construct scope, string id, SpokePlan plan, NetworkSecurityGroupPlan? filter, AzureNetwork hub, AzureGateway gateway, AzureResourceScope place, StackReferences references)
        : base(scope, id)
    {
        var made = plan.Existing is null ? AzureNetwork.NewVnet(this, plan.Name, plan.Cidrs, place) : null;
        (VnetId, var name, var group) = plan.Existing is { } existing ? Existing(existing, references) : (made!.Id, made.Name, place.ResourceGroup);
        SecurityGroup = filter is null ? null : new AzureSecurityGroup(this, "filter", filter, null, place);
        var step = new GatewayStep(GatewayStepKind.Peering, plan.Key);
        var transit = new VirtualNetworkPeering(this, "from-hub", new VirtualNetworkPeeringConfig
        {
            Provider = place.Provider,
            Name = plan.PeeringFromHub,
            ResourceGroupName = hub.ResourceGroup,
            VirtualNetworkName = hub.VnetName,
            RemoteVirtualNetworkId = VnetId,
            AllowVirtualNetworkAccess = true,
            AllowForwardedTraffic = true,
            AllowGatewayTransit = true,
            UseRemoteGateways = false,
            Triggers = Spaces(plan.Cidrs),
            // A gateway that is being made or changed can't be offered to a peer.
            DependsOn = [gateway.Before(step) ?? gateway.Dependable],
            // A peering belongs to its VNet by name, and uses a gateway that it doesn't name at all.
            Lifecycle = ReplacementOrder.ReplacedBy([.. hub.NewVnetId, .. gateway.New]),
        });
        var use = new VirtualNetworkPeering(this, "to-hub", new VirtualNetworkPeeringConfig
        {
            Provider = place.Provider,
            Name = plan.PeeringToHub,
            ResourceGroupName = group,
            VirtualNetworkName = name,
            RemoteVirtualNetworkId = hub.VnetId,
            AllowVirtualNetworkAccess = true,
            AllowForwardedTraffic = true,
            AllowGatewayTransit = false,
            UseRemoteGateways = true,
            Triggers = Spaces(hub.Cidrs),
            // The hub has to offer its gateway first (learn.microsoft.com/azure/vpn-gateway/vpn-gateway-peering-gateway-transit).
            DependsOn = [transit],
            Lifecycle = ReplacementOrder.ReplacedBy([.. made is null ? [] : new[] { $"{ReplacementOrder.AddressOf(made)}.id" }, .. gateway.New]),
        });
        gateway.Made(step, use);
    }

    /// <summary>The id of the VNet.</summary>
    public string VnetId { get; }

    /// <summary>The network security group for its subnets; null where the VNet exists.</summary>
    public AzureSecurityGroup? SecurityGroup { get; }

    // A peering keeps the address space that the other VNet had when it was made, until it is written again
    // (learn.microsoft.com/azure/virtual-network/update-virtual-network-peering-address-space).
    private static Dictionary<string, string> Spaces(IEnumerable<Cidr> networks) => new() { ["address_space"] = string.Join(" ", networks) };

    private static (string Id, string Name, string ResourceGroup) Existing(string id, StackReferences references)
    {
        var (group, name) = AzureResourceId.Of(id, references);
        return (references.Of(id), name, group);
    }
}
