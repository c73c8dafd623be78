using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Planning;

/// <summary>A security group of AWS, or the rules that existing ones get.</summary>
public sealed record SecurityGroupPlan
{
    /// <summary>Its name; null for the rules of the existing groups of the network.</summary>
    public required string? Name { get; init; }

    /// <summary>The subnet whose machines it is for; null for the existing groups and for probes.</summary>
    public required string? Subnet { get; init; }

    /// <summary>Its rules.</summary>
    public required ValueList<SecurityGroupRulePlan> Rules { get; init; }
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

    /// <summary>The subnet that it filters, or whose probes; null for a spoke's.</summary>
    public required string? Subnet { get; init; }

    /// <summary>The spoke whose subnets are to use it; null for a subnet's.</summary>
    public required string? Spoke { get; init; }

    /// <summary>Whether it stands on the probes in the subnet, because the subnet is not for the plan to filter.</summary>
    public required bool OnProbes { get; init; }

    /// <summary>Its rules.</summary>
    public required ValueList<NetworkSecurityRulePlan> Rules { get; init; }
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
