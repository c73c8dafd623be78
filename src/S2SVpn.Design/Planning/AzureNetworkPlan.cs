using S2SVpn.Design.Network;

namespace S2SVpn.Design.Planning;

/// <summary>The virtual network of a site.</summary>
public sealed record AzureNetworkPlan
{
    /// <summary>The name of the VNet.</summary>
    public required string Name { get; init; }

    /// <summary>The id of an existing VNet.</summary>
    public required string? Existing { get; init; }

    /// <summary>The networks of the VNet.</summary>
    public required ValueList<Cidr> Cidrs { get; init; }

    /// <summary>Without the gateway's.</summary>
    public required ValueList<AzureSubnetPlan> Subnets { get; init; }

    /// <summary>Null where no gateway is made in it. It never gets a security group or a route table.</summary>
    public required AzureSubnetPlan? GatewaySubnet { get; init; }

    /// <summary>The VNets that use its gateway through a peering.</summary>
    public required ValueList<SpokePlan> Spokes { get; init; }

    /// <summary>The routes that nothing else brings; null where BGP brings them all.</summary>
    public required AzureRouteTablePlan? RouteTable { get; init; }

    /// <summary>The subnet with that name in the request.</summary>
    public AzureSubnetPlan Subnet(string key) => Subnets.First(subnet => subnet.Key == key);
}

/// <summary>A subnet of a VNet.</summary>
public sealed record AzureSubnetPlan
{
    /// <summary>Its name in the request, and in its VNet where it is new.</summary>
    public required string Key { get; init; }

    /// <summary>Null where it exists and the request doesn't say.</summary>
    public required Cidr? Cidr { get; init; }

    /// <summary>The id of an existing subnet.</summary>
    public required string? Existing { get; init; }

    /// <summary>The name of its network security group, or of its probes'; null for none.</summary>
    public required string? SecurityGroup { get; init; }

    /// <summary>Whether the group stands on the subnet itself, and not on the probes in it.</summary>
    public required bool IsFiltered { get; init; }

    /// <summary>The name of its route table; null for none.</summary>
    public required string? RouteTable { get; init; }
}

/// <summary>A VNet that uses the site's gateway through a peering.</summary>
public sealed record SpokePlan
{
    /// <summary>Its name in the request.</summary>
    public required string Key { get; init; }

    /// <summary>The name of the VNet.</summary>
    public required string Name { get; init; }

    /// <summary>The id of an existing VNet.</summary>
    public required string? Existing { get; init; }

    /// <summary>The networks of the VNet.</summary>
    public required ValueList<Cidr> Cidrs { get; init; }

    /// <summary>The name of the network security group for its subnets; null where the VNet exists.</summary>
    public required string? SecurityGroup { get; init; }

    /// <summary>The name of the peering from the site's VNet.</summary>
    public required string PeeringFromHub { get; init; }

    /// <summary>The name of the peering to the site's VNet.</summary>
    public required string PeeringToHub { get; init; }
}

/// <summary>A route table. Routes of the gateway stay propagated beside it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Routes">What it adds.</param>
public sealed record AzureRouteTablePlan(string Name, ValueList<AzureRoutePlan> Routes);

/// <summary>A route of a VNet.</summary>
/// <param name="Name">Its name in the table.</param>
/// <param name="Destination">The network.</param>
/// <param name="Appliance">The address of the appliance that leads there; null for the VPN gateway.</param>
public sealed record AzureRoutePlan(string Name, Cidr Destination, Ipv4? Appliance);
