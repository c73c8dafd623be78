using S2SVpn.Design.Network;

namespace S2SVpn.Design.Planning;

/// <summary>The VPC of a site.</summary>
public sealed record AwsNetworkPlan
{
    /// <summary>The name of the VPC.</summary>
    public required string Name { get; init; }

    /// <summary>The id of an existing VPC.</summary>
    public required string? Existing { get; init; }

    /// <summary>The networks of the VPC; the first is the primary one of a new VPC.</summary>
    public required ValueList<Cidr> Cidrs { get; init; }

    /// <summary>The subnets, new and existing.</summary>
    public required ValueList<AwsSubnetPlan> Subnets { get; init; }

    /// <summary>The name of a new internet gateway; null for none.</summary>
    public required string? InternetGateway { get; init; }

    /// <summary>The name of the route table of a new VPC, which all of its new subnets use.</summary>
    public required string? RouteTable { get; init; }

    /// <summary>The ids of existing route tables that learn the way to Azure.</summary>
    public required ValueList<string> ExistingRouteTables { get; init; }

    /// <summary>What stands in each of the route tables. A virtual private gateway propagates its routes instead.</summary>
    public required ValueList<AwsRoutePlan> Routes { get; init; }

    /// <summary>The ids of existing security groups that admit the flows of the site.</summary>
    public required ValueList<string> ExistingSecurityGroups { get; init; }

    /// <summary>The subnet with that name in the request.</summary>
    public AwsSubnetPlan Subnet(string key) => Subnets.First(subnet => subnet.Key == key);
}

/// <summary>A subnet of a VPC.</summary>
public sealed record AwsSubnetPlan
{
    /// <summary>Its name in the request.</summary>
    public required string Key { get; init; }

    /// <summary>The name of the subnet.</summary>
    public required string Name { get; init; }

    /// <summary>Null where it exists and the request doesn't say.</summary>
    public required Cidr? Cidr { get; init; }

    /// <summary>Its availability zone; null where AWS chooses one.</summary>
    public required string? Zone { get; init; }

    /// <summary>The id of an existing subnet.</summary>
    public required string? Existing { get; init; }

    /// <summary>The name of the security group for machines in it; null where it exists and holds no probe.</summary>
    public required string? SecurityGroup { get; init; }
}

/// <summary>A route of a VPC.</summary>
/// <param name="Destination">The network.</param>
/// <param name="Target">What leads there.</param>
public sealed record AwsRoutePlan(Cidr Destination, AwsRouteTarget Target);

/// <summary>What a route of a VPC leads to.</summary>
public enum AwsRouteTarget
{
    /// <summary>The internet gateway.</summary>
    InternetGateway,

    /// <summary>The transit gateway.</summary>
    TransitGateway,

    /// <summary>The first machine of the appliance.</summary>
    Appliance,
}
