using S2SVpn.Design.Findings;
using S2SVpn.Design.Layout;
using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules;

/// <summary>A site of either cloud, with what the rules ask of both alike.</summary>
internal abstract class SiteView(string name, RequestPath path)
{
    // Neither a gateway nor an appliance has more ends.
    private const int MostMachines = 2;

    public string Name { get; } = name;

    public RequestPath Path { get; } = path;

    public RequestPath Network { get; } = path["network"];

    public RequestPath Gateway { get; } = path["gateway"];

    /// <summary>The links that end here.</summary>
    public List<ResolvedLink> ResolvedLinks { get; } = [];

    /// <summary>The cloud as one writes it in a sentence.</summary>
    public abstract string Cloud { get; }

    /// <summary>Whether the VPN ends on a gateway that the cloud runs.</summary>
    public abstract bool IsManaged { get; }

    /// <summary>Whether its VPC or VNet is there already.</summary>
    public abstract bool NetworkExists { get; }

    /// <summary>The machines in the gateway's place; null where the cloud runs it.</summary>
    public abstract Appliance? Appliance { get; }

    /// <summary>How many machines stand in the gateway's place; 0 where the cloud runs it.</summary>
    public int Machines => Appliance is { } appliance ? Math.Clamp(appliance.Count, 1, MostMachines) : 0;

    /// <summary>The gateway's own number.</summary>
    public abstract Asn Asn { get; }

    /// <summary>Every network that is reached through the site.</summary>
    public abstract ValueList<NetworkAt> Networks { get; }

    /// <summary>Every subnet with its network, also what the request leaves open, without the gateway's.</summary>
    public abstract ValueList<SubnetAt> Subnets { get; }

    /// <summary>The networks of the VPC or VNet itself.</summary>
    public IEnumerable<Located<Cidr>> OwnNetworks => Networks
        .Where(network => network.Kind == NetworkKind.Own)
        .Select(network => new Located<Cidr>(network.Cidr, network.Path));

    /// <summary>The networks that the request gives to subnets.</summary>
    public virtual IEnumerable<Located<Cidr>> GivenSubnets => Subnets
        .Where(subnet => subnet.Layout.Origin == CidrOrigin.Given)
        .Select(subnet => new Located<Cidr>(subnet.Cidr!, subnet.Path["cidr"]));

    /// <summary>Every subnet, with the gateway's.</summary>
    public virtual IEnumerable<SubnetAt> AllSubnets => Subnets;

    public SubnetAt? Subnet(string name) => Subnets.FirstOrDefault(subnet => subnet.Name == name);

    /// <summary>The names that a flow may put behind the site's.</summary>
    public virtual IEnumerable<string> Places => Subnets.Select(subnet => subnet.Name);

    /// <summary>The networks of a place; empty where they are not known, null where there is no such place.</summary>
    public virtual ValueList<Cidr>? NetworksOf(string place) =>
        Subnet(place) is not { } subnet ? null : subnet.Cidr is { } cidr ? [cidr] : [];

    public bool IsLinkedTo(SiteView other) =>
        other != this && ResolvedLinks.Exists(resolved => resolved.Aws == other || resolved.Azure == other);

    protected static IEnumerable<NetworkAt> At(ValueList<Cidr> cidrs, RequestPath path, NetworkKind kind) =>
        cidrs.Select((cidr, index) => new NetworkAt(cidr, path[index], kind));

    protected SubnetAt At(SubnetLayout subnet) => new(subnet, Network["subnets"][subnet.Name]);
}

/// <summary>A network of a site, and where it is written.</summary>
internal sealed record NetworkAt(Cidr Cidr, RequestPath Path, NetworkKind Kind);

internal enum NetworkKind
{
    /// <summary>Of the VPC or VNet itself.</summary>
    Own,

    /// <summary>Of a VNet that is peered with it.</summary>
    Spoke,

    /// <summary>Of something behind it.</summary>
    Behind,
}

/// <summary>A subnet with what the request leaves open filled in, and where it is written.</summary>
internal sealed record SubnetAt(SubnetLayout Layout, RequestPath Path)
{
    public string Name => Layout.Name;

    public Cidr? Cidr => Layout.Cidr;
}
