using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Layout;
using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Planning;

/// <summary>Resolves the flows that may cross.</summary>
internal sealed class FlowPlanner
{
    private readonly PlanContext _context;
    private readonly ILookup<(string Aws, string Azure), PlannedLink> _links;
    private readonly ILookup<(Cloud, string), (FlowPlan Flow, FlowDirection Direction, ValueList<FlowEndPlan> Here)> _parts;

    public FlowPlanner(PlanContext context, IEnumerable<PlannedLink> links)
    {
        _context = context;
        _links = links.ToLookup(link => (link.Plan.AwsSite, link.Plan.AzureSite));
        All = context.Request.Access.Select(Plan).ToValueList();
        _parts = All
            .SelectMany(flow => Parts(flow, FlowDirection.Inbound, flow.To).Concat(Parts(flow, FlowDirection.Outbound, flow.From)))
            .ToLookup(part => (part.Here[0].Cloud, part.Here[0].Site), part => (part.Flow, part.Direction, part.Here));
    }

    public ValueList<FlowPlan> All { get; }

    /// <summary>The part of each flow that starts or ends at a site, with the other ends as they look from there.</summary>
    public IEnumerable<SiteFlow> Of(Cloud cloud, string site) =>
        from part in _parts[(cloud, site)]
        let there = (part.Direction == FlowDirection.Inbound ? part.Flow.From : part.Flow.To).Where(end => end.Cloud != cloud)
        let seen = there.SelectMany(end => SeenFrom(site, end)).Distinct().ToValueList()
        where seen.Count > 0
        select new SiteFlow(part.Flow, part.Direction, part.Here, seen);

    private static IEnumerable<(FlowPlan Flow, FlowDirection Direction, ValueList<FlowEndPlan> Here)> Parts(
        FlowPlan flow, FlowDirection direction, ValueList<FlowEndPlan> ends) =>
        ends.GroupBy(end => (end.Cloud, end.Site)).Select(site => (flow, direction, site.ToValueList()));

    private FlowPlan Plan(AccessFlow flow, int index)
    {
        var from = flow.From.SelectMany(Resolve).Distinct().ToList();
        var to = flow.To.SelectMany(Resolve).Distinct().ToList();
        return new FlowPlan
        {
            Number = index + 1,
            Why = flow.Why,
            Services = Services(flow),
            From = from.Where(end => to.Exists(other => other.Cloud != end.Cloud)).ToValueList(),
            To = to.Where(end => from.Exists(other => other.Cloud != end.Cloud)).ToValueList(),
        };
    }

    private static ValueList<ServicePlan> Services(AccessFlow flow) => flow.All
        ? [new ServicePlan(Protocol.Any, null)]
        :
        [
            .. flow.Tcp.Select(ports => new ServicePlan(Protocol.Tcp, ports)),
            .. flow.Udp.Select(ports => new ServicePlan(Protocol.Udp, ports)),
            .. flow.Icmp ? [new ServicePlan(Protocol.Icmp, null)] : Array.Empty<ServicePlan>(),
        ];

    private IEnumerable<FlowEndPlan> Resolve(FlowEnd end)
    {
        if (end.Cidr is { } cidr)
        {
            return Sites().SelectMany(site => site.Prefixes
                .Where(prefix => prefix.Overlaps(cidr))
                .Select(prefix => new FlowEndPlan(site.Cloud, site.Name, null, Both(prefix, cidr))));
        }

        var cloud = _context.AwsLayouts.ContainsKey(end.Site!) ? Cloud.Aws
            : _context.AzureLayouts.ContainsKey(end.Site!) ? Cloud.Azure
            : throw PlanContext.Refused($"a flow names a site '{end.Site}' that is none");
        return NetworksOf(cloud, end.Site!, end.Subnet).Select(network => new FlowEndPlan(cloud, end.Site!, end.Subnet, network));
    }

    private ValueList<Cidr> NetworksOf(Cloud cloud, string site, string? subnet)
    {
        if (subnet is null)
        {
            return cloud == Cloud.Aws ? _context.AwsLayouts[site].Prefixes : _context.AzureLayouts[site].Prefixes;
        }

        var found = cloud == Cloud.Aws ? _context.AwsLayouts[site].Subnet(subnet) : _context.AzureLayouts[site].Subnet(subnet);
        var spoke = found is null && cloud == Cloud.Azure
            ? _context.Request.Azure[site].Network.Spokes.FirstOrDefault(each => each.Name == subnet)
            : null;
        return found?.Cidr is { } cidr ? [cidr]
            : spoke?.Cidrs ?? throw PlanContext.Refused($"a flow names a subnet '{site}.{subnet}' whose network isn't known");
    }

    private IEnumerable<(Cloud Cloud, string Name, ValueList<Cidr> Prefixes)> Sites() =>
    [
        .. _context.AwsLayouts.Select(site => (Cloud.Aws, site.Key, site.Value.Prefixes)),
        .. _context.AzureLayouts.Select(site => (Cloud.Azure, site.Key, site.Value.Prefixes)),
    ];

    private IEnumerable<Cidr> SeenFrom(string site, FlowEndPlan end) => end.Cloud == Cloud.Aws
        ? _links[(end.Site, site)].SelectMany(link => NatTranslation.Seen([end.Network], link.Request.Nat, NatDirection.Ingress))
        : _links[(site, end.Site)].SelectMany(link => NatTranslation.Seen([end.Network], link.Request.Nat, NatDirection.Egress));

    private static Cidr Both(Cidr one, Cidr other) => one.Contains(other) ? other : one;
}

/// <summary>A flow as one site sees it.</summary>
internal sealed record SiteFlow(
    FlowPlan Flow, FlowDirection Direction, ValueList<FlowEndPlan> Here, ValueList<Cidr> There);
