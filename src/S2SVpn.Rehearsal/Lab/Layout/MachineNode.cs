using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Network;

namespace S2SVpn.Rehearsal.Lab.Layout;

/// <summary>A machine in a subnet, with the filters and the routes that its cloud gives it.</summary>
internal sealed record MachineNode
{
    public required Cloud Cloud { get; init; }

    /// <summary>The name of its subnet.</summary>
    public required string Subnet { get; init; }

    public required Cidr SubnetNetwork { get; init; }

    public required Ipv4 Address { get; init; }

    /// <summary>The id of the gateway whose network it is in.</summary>
    public required string Gateway { get; init; }

    /// <summary>Where its subnet's route table leads to the gateway; null for wherever the gateway knows a way.</summary>
    public required IReadOnlyList<Cidr>? Routes { get; init; }

    /// <summary>The resources that its routes come from, as Terraform names them.</summary>
    public IReadOnlyList<string> RouteResources { get; init; } = [];

    /// <summary>Whether its subnet has no route table of its own, so that the VPC's main table counts.</summary>
    public bool HasMainTable { get; init; }

    /// <summary>Routes of its subnet's table that lead somewhere else than to the gateway.</summary>
    public IReadOnlyList<RouteElsewhere> Elsewhere { get; init; } = [];

    /// <summary>The id of its VPC or VNet.</summary>
    public string Network { get; init; } = "";

    /// <summary>Further addresses of its subnet that it has for the time of a rehearsal: a rule may know one of them and not another.</summary>
    public IReadOnlyList<Ipv4> Edges { get; init; } = [];

    /// <summary>Whether its subnet was made here, so that a filter is to stand before it; another's filters are not known.</summary>
    public bool IsOurs { get; init; } = true;

    /// <summary>Null where nothing filters.</summary>
    public required MachineFilter? Filter { get; init; }

    /// <summary>Where nothing filters, the resources that say so.</summary>
    public IReadOnlyList<string> UnfilteredResources { get; init; } = [];

    /// <summary>The name of its namespace.</summary>
    public string Place { get; init; } = "";
}

/// <summary>A route that leads traffic away from the gateway, wherever it leads.</summary>
/// <param name="Network">What goes there.</param>
/// <param name="Address">The resource that says so, as Terraform names it.</param>
/// <param name="Target">Where it leads.</param>
internal sealed record RouteElsewhere(Cidr Network, string Address, string Target)
{
    /// <summary>
    /// Whether it wins over longer ones of the gateway, as routes of peerings do
    /// (learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview#how-azure-selects-a-route).
    /// </summary>
    public bool Wins { get; init; }

    /// <summary>Further resources that say so.</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];
}
