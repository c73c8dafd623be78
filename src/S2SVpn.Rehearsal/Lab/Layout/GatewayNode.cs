using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Network;

namespace S2SVpn.Rehearsal.Lab.Layout;

/// <summary>A VPN gateway with the network behind it: one router of the lab.</summary>
internal sealed record GatewayNode
{
    public required Cloud Cloud { get; init; }

    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Address { get; init; }

    public required long Asn { get; init; }

    /// <summary>What it announces: the networks of its VPC or VNet.</summary>
    public required IReadOnlyList<Cidr> Networks { get; init; }

    /// <summary>The resources that say so, as Terraform names them.</summary>
    public IReadOnlyList<string> NetworkResources { get; init; } = [];

    /// <summary>Which resource says each of them, as Terraform names it.</summary>
    public IReadOnlyList<(Cidr Network, string Address)> NetworkOwners { get; init; } = [];

    /// <summary>Networks of peered VNets that it does not announce; each with what says so, and why.</summary>
    public IReadOnlyList<RouteElsewhere> NotBehind { get; init; } = [];

    /// <summary>Whether it spreads flows over equal routes.</summary>
    public required bool Multipath { get; init; }

    public IReadOnlyList<NatRule> Translations { get; init; } = [];

    /// <summary>What a transit gateway keeps apart, or the routes of an Azure gateway's own subnet lead away.</summary>
    public IReadOnlyList<BlockedPath> BlockedPaths { get; init; } = [];

    /// <summary>The static routes of a transit gateway.</summary>
    public IReadOnlyList<TransitRoute> TransitRoutes { get; init; } = [];

    /// <summary>The machines of an appliance; empty for a gateway of the cloud.</summary>
    public IReadOnlyList<ApplianceMachineNode> Appliance { get; init; } = [];

    /// <summary>The name of its namespace.</summary>
    public string Place { get; init; } = "";

    /// <summary>Its networks as the other side is to see them.</summary>
    public IEnumerable<Cidr> Announced => Networks.SelectMany(network =>
        Translations.Where(rule => rule.Outgoing && network.Contains(rule.From)).Select(rule => rule.To).DefaultIfEmpty(network)).Distinct();
}

/// <summary>A NAT rule of a gateway.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Id">Its id, by which connections name it.</param>
/// <param name="Outgoing">Whether it translates the gateway's own networks, and not those of the other end.</param>
/// <param name="OneToOne">Whether each address has one of its own.</param>
/// <param name="From">The network as it is.</param>
/// <param name="To">What it becomes.</param>
/// <param name="Connections">The names of the connections that it works on.</param>
internal sealed record NatRule(string Name, string Id, bool Outgoing, bool OneToOne, Cidr From, Cidr To, IReadOnlyList<string> Connections)
{
    /// <summary>The resource that says so, as Terraform names it.</summary>
    public string Address { get; init; } = "";

    /// <summary>The only ports that it is for; null for all.</summary>
    public string? Ports { get; init; }
}
