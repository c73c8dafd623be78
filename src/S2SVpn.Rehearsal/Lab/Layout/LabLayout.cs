using System.Globalization;
using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Lab.Report;
using S2SVpn.Rehearsal.Lab.State;

namespace S2SVpn.Rehearsal.Lab.Layout;

/// <summary>Everything that a lab has, each end as its own cloud's resources describe it.</summary>
internal sealed record LabLayout(IReadOnlyList<GatewayNode> Gateways, IReadOnlyList<LabTunnelEnd> Ends, IReadOnlyList<MachineNode> Machines)
{
    private const int FirstFree = 4;
    private const int MostEdges = 8;

    /// <param name="state">What Terraform recorded.</param>
    /// <param name="groups">The security groups for machines in an AWS subnet, by the subnet's range, or for subnets in an Azure spoke, by the VNet's name: where the state has none, nothing in the clouds says it.</param>
    /// <exception cref="LabException">There is no gateway in it.</exception>
    public static LabLayout From(TerraformState state, IReadOnlyDictionary<string, IReadOnlyList<string>> groups)
    {
        var aws = new AwsReader(state, groups);
        var azure = new AzureReader(state, groups);
        var gateways = aws.Gateways().Concat(azure.Gateways()).ToList();
        if (gateways.Count == 0)
        {
            throw new LabException("There is no VPN gateway in Terraform's state: nothing can be rehearsed.");
        }

        return new LabLayout(gateways, aws.Ends().Concat(azure.Ends()).ToList(), aws.Machines().Concat(azure.Machines()).ToList())
        {
            Instances = state.OfType("aws_instance").Concat(state.OfType("azurerm_linux_virtual_machine")).GroupBy(ApplianceMachineNode.NameOf).ToDictionary(same => same.Key, same => same.First().Address),
        }.Placed();
    }

    /// <summary>The machines of the state, whatever they do, by their names.</summary>
    public required IReadOnlyDictionary<string, string> Instances { get; init; }

    /// <summary>The same, with machines that can be tried at both edges of their subnet and of the networks that fall into it, and just outside these.</summary>
    public LabLayout WithEdges(IEnumerable<(Cloud Cloud, Cidr Network)> networks)
    {
        var all = RouteEdges().Concat(networks).Distinct().ToList();
        return this with
        {
            Machines = Machines.Select(machine => machine with
            {
                Edges = [.. Edges(machine.SubnetNetwork, all.Where(each => each.Cloud == machine.Cloud).Select(each => each.Network)).Where(edge => edge != machine.Address).Distinct().Take(MostEdges)],
            }).ToList(),
        };
    }

    // What a route leads away is on the other side.
    private IEnumerable<(Cloud Cloud, Cidr Network)> RouteEdges() =>
        from cloud in Machines.Select(machine => machine.Cloud).Distinct()
        from network in Machines.Where(other => other.Cloud != cloud).SelectMany(other => other.Elsewhere).Select(route => route.Network)
            .Concat(Gateways.SelectMany(gateway => gateway.TransitRoutes).Select(route => route.Network))
        select (cloud, network);

    private static Ipv4 Beside(Ipv4 address, int step) => new((uint)(address.Value + step));

    // Both clouds keep the first addresses of a subnet and the last one.
    private static IEnumerable<Ipv4> Edges(Cidr subnet, IEnumerable<Cidr> networks)
    {
        var (first, last) = (subnet.Host(Math.Min(FirstFree, subnet.Size - 2)), subnet.Host(subnet.Size - 2));
        var within = networks.Where(network => subnet.Contains(network) && network != subnet)
            .SelectMany(network => new[] { network.First, network.Last, Beside(network.First, -1), Beside(network.Last, 1) });
        return new[] { first, last }.Concat(within.Where(edge => first <= edge && edge <= last));
    }

    public GatewayNode Gateway(string id) => Gateways.First(gateway => TerraformState.Same(gateway.Id, id));

    public IReadOnlyList<MachineNode> MachinesOf(GatewayNode gateway) => Machines.Where(machine => TerraformState.Same(machine.Gateway, gateway.Id)).ToList();

    /// <summary>What a gateway can learn from its tunnels, or has static routes to.</summary>
    public IReadOnlyList<Cidr> NetworksBeyond(GatewayNode gateway) =>
        [.. Gateways.Where(other => other.Cloud != gateway.Cloud).SelectMany(other => other.Announced).Concat(EndsOf(gateway).SelectMany(end => end.StaticRoutes)).Distinct()];

    /// <summary>The static route of a transit gateway that decides on an address, where it does not lead there; null for none.</summary>
    /// <param name="gateway">The gateway.</param>
    /// <param name="from">The VPC that sends, or the connection that it comes over.</param>
    /// <param name="target">Where to.</param>
    public TransitRoute? LedAway(GatewayNode gateway, string from, Ipv4 target)
    {
        var propagated = gateway.Networks.Concat(NetworksBeyond(gateway)).Where(network => network.Contains(target)).Select(network => network.PrefixLength).DefaultIfEmpty(-1).Max();
        return gateway.TransitRoutes.Where(route => route.From == from && route.Network.Contains(target)).MaxBy(route => route.Network.PrefixLength) is { } longest
            && longest.Network.PrefixLength >= propagated && !Arrives(gateway, longest) ? longest : null;
    }

    /// <summary>Whether a static route of a transit gateway leads where its network is.</summary>
    public bool Arrives(GatewayNode gateway, TransitRoute route) => route.Vpc.Any(route.Network.Overlaps)
        || (route.Connection is not null && EndsOf(gateway).Where(end => end.Address == route.Connection).Select(Partner).ToList() is var partners
            && partners.Any(end => end is null || Gateway(end.Gateway).Announced.Any(route.Network.Overlaps)));

    /// <summary>The gateways at the other ends of its tunnels; all of the other cloud where a tunnel leads nowhere.</summary>
    public IReadOnlyList<GatewayNode> PartnersOf(GatewayNode gateway)
    {
        var partners = EndsOf(gateway).Select(Partner).ToList();
        return partners.Exists(end => end is null)
            ? [.. Gateways.Where(other => other.Cloud != gateway.Cloud)]
            : [.. partners.Select(end => Gateway(end!.Gateway)).Distinct()];
    }

    public IEnumerable<LabTunnelEnd> EndsOf(GatewayNode gateway) => Ends.Where(end => TerraformState.Same(end.Gateway, gateway.Id));

    /// <summary>The end that this one would reach and that would answer it: each names the other's outside address.</summary>
    public LabTunnelEnd? Partner(LabTunnelEnd end) => Ends.FirstOrDefault(other => other.Cloud != end.Cloud && other.Outside == end.PeerOutside && other.PeerOutside == end.Outside);

    // AWS answers the address of its customer gateway only: the other instance of an active-active gateway never gets an answer.
    private LabLayout Placed()
    {
        var kept = Ends.Where(end => end.Cloud == Cloud.Aws || end.Appliance is not null || Partner(end) is not null || !IsAwaited(end)).ToList();
        return this with
        {
            Gateways = Gateways.Select((gateway, index) => gateway with { Place = Place(gateway.Cloud, Before(Gateways, index, other => other.Cloud == gateway.Cloud)) }).ToList(),
            Ends = kept.Select((end, index) => end with
            {
                Place = Place(end.Cloud, Before(kept, index, other => other.Cloud == end.Cloud), "-end"),
                Device = end.Device.Length > 0 ? end.Device : string.Create(CultureInfo.InvariantCulture, $"tun{index + 1}"),
            }).ToList(),
            Machines = Machines.Select((machine, index) => machine with
            {
                Place = Place(machine.Cloud, Before(Machines, index, other => other.Cloud == machine.Cloud), "-vm"),
            }).ToList(),
        };
    }

    // Whether AWS expects the connection at another instance.
    private bool IsAwaited(LabTunnelEnd end) => Ends.Any(other => other.Cloud == end.Cloud && other.Address == end.Address && Partner(other) is not null);

    private static int Before<T>(IReadOnlyList<T> all, int index, Func<T, bool> like) => all.Take(index).Count(like);

    private static string Place(Cloud cloud, int before, string kind = "") =>
        string.Create(CultureInfo.InvariantCulture, $"{(cloud == Cloud.Aws ? "aws" : "azure")}{kind}{before + 1}");
}
