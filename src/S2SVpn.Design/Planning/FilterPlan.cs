using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Planning;

/// <summary>A security group of AWS, or the rules that existing ones get.</summary>
public sealed record SecurityGroupPlan
{
    /// <summary>Whose it is.</summary>
    public required SecurityGroupKind Kind { get; init; }

    /// <summary>Its name; null for <see cref="SecurityGroupKind.Existing"/>.</summary>
    public string? Name { get; init; }

    /// <summary>The subnet of <see cref="SecurityGroupKind.Subnet"/>.</summary>
    public string? Subnet { get; init; }

    /// <summary>Its rules.</summary>
    public required ValueList<SecurityGroupRulePlan> Rules { get; init; }
}

/// <summary>Whose a security group is.</summary>
public enum SecurityGroupKind
{
    /// <summary>For the machines of a subnet.</summary>
    Subnet,

    /// <summary>For the probes.</summary>
    Probes,

    /// <summary>The groups that the network has already: they get the rules.</summary>
    Existing,
}

/// <summary>One rule: one network, one service.</summary>
public sealed record SecurityGroupRulePlan
{
    /// <summary>Unique in its group, and the same whatever other rules there are.</summary>
    public required string Key { get; init; }

    /// <summary>Whether it is an ingress or an egress rule.</summary>
    public required FlowDirection Direction { get; init; }

    /// <summary>The protocol and its ports.</summary>
    public required ServicePlan Service { get; init; }

    /// <summary>The other end's network, as it looks from here.</summary>
    public required Cidr Remote { get; init; }

    /// <summary>The description of the rule.</summary>
    public required string Description { get; init; }
}

/// <summary>A network security group of Azure.</summary>
public sealed record NetworkSecurityGroupPlan
{
    /// <summary>The name of the network security group.</summary>
    public required string Name { get; init; }

    /// <summary>What it filters.</summary>
    public required NetworkSecurityGroupKind Kind { get; init; }

    /// <summary>The key of the subnet or of the spoke.</summary>
    public required string Place { get; init; }

    /// <summary>Its rules.</summary>
    public required ValueList<NetworkSecurityRulePlan> Rules { get; init; }
}

/// <summary>What a network security group filters.</summary>
public enum NetworkSecurityGroupKind
{
    /// <summary>A subnet.</summary>
    Subnet,

    /// <summary>The probes in a subnet that is not for the plan to filter.</summary>
    Probes,

    /// <summary>The subnets of a spoke, whose owner puts it there.</summary>
    Spoke,
}

/// <summary>One rule: the first that matches decides.</summary>
public sealed record NetworkSecurityRulePlan
{
    /// <summary>The name of the rule.</summary>
    public required string Name { get; init; }

    /// <summary>100 to 4096, unique by direction.</summary>
    public required int Priority { get; init; }

    /// <summary>Whether it is for inbound or outbound traffic.</summary>
    public required FlowDirection Direction { get; init; }

    /// <summary>Whether it allows the traffic or denies it.</summary>
    public required bool Allow { get; init; }

    /// <summary>The protocol.</summary>
    public required Protocol Protocol { get; init; }

    /// <summary>Empty for all.</summary>
    public required ValueList<PortRange> Ports { get; init; }

    /// <summary>The networks in the subnet; empty for any.</summary>
    public required ValueList<Cidr> Local { get; init; }

    /// <summary>The other end's networks as they look from here; empty for everything that the VNet can route to.</summary>
    public required ValueList<Cidr> Remote { get; init; }

    /// <summary>Whether the other end is Azure's own load balancer, in place of networks.</summary>
    public bool IsLoadBalancer { get; init; }

    /// <summary>The description of the rule.</summary>
    public required string Description { get; init; }
}
