using S2SVpn.Design.Network;

namespace S2SVpn.Rehearsal.Lab.Layout;

/// <summary>
/// A static route of a transit gateway's table, for what comes from one attachment. It counts before a propagated route of the
/// same network, and the longest route before all (docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html).
/// </summary>
/// <param name="From">The id of the VPC that it is for, or the connection, as Terraform names it.</param>
/// <param name="Network">What goes there.</param>
/// <param name="Address">The resource that says so, as Terraform names it.</param>
internal sealed record TransitRoute(string From, Cidr Network, string Address)
{
    /// <summary>The attachment that it leads to; null for a blackhole.</summary>
    public string? Target { get; init; }

    /// <summary>The connection that it leads to, as Terraform names it; null where it leads into no tunnel.</summary>
    public string? Connection { get; init; }

    /// <summary>The networks of the VPC that it leads to; empty where it leads to none.</summary>
    public IReadOnlyList<Cidr> Vpc { get; init; } = [];
}
