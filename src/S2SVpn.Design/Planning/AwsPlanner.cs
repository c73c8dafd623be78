using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Layout;
using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Planning;

/// <summary>Plans what is in AWS.</summary>
internal sealed class AwsPlanner(PlanContext context, FlowPlanner flows)
{
    public AwsSitePlan Plan(string name, AwsSite site, List<PlannedLink> links)
    {
        var stem = context.Names.Site(Cloud.Aws, name);
        var network = Network(name, site, links, stem);
        var probes = MachinePlanner.Probes(context, Cloud.Aws, name, network.InternetGateway is not null || site.Network.Existing is not null);
        // AWS lets a VPC have one (docs.aws.amazon.com/AWSEC2/latest/UserGuide/eice-quotas.html).
        var instanceConnect = network.Existing is null && probes.FirstOrDefault(probe => probe.PublicIp is null) is { } hidden
            ? new InstanceConnectPlan(Names.Aws(stem, "probe-connect"), Names.AwsSecurityGroup(stem, "probe-connect-sg"), hidden.Subnet)
            : null;
        return new AwsSitePlan(probes, instanceConnect, MonitoringPlanner.Aws(context.Request.Monitoring, stem))
        {
            Name = name,
            Alias = SharesProvider(site) ? null : name,
            Region = site.Region,
            ResourceRegion = SharesProvider(site) && site.Region != First.Region ? site.Region : null,
            Account = site.Account,
            Profile = site.Profile,
            Role = site.Role,
            Stem = stem,
            Tags = PlanTags.ForAws(context.Tags),
            Network = network,
            Gateway = Gateway(name, site, network, links, stem),
            CustomerGateways = CustomerGateways(links, stem),
            Links = links.Select(link => AwsLinkPlanner.Plan(context, link, stem)).ToValueList(),
            SecurityGroups = AwsFilterPlanner.Plan(network, flows.Of(Cloud.Aws, name).ToList(), probes, context.Request.Probes.SshFrom, stem),
            Ssh = MachinePlanner.Ssh(context, Names.Aws(stem, "probe-key"), probes),
        };
    }

    private AwsSite First => context.Request.Aws.First().Value;

    // A site that is taken out later can only be destroyed while its provider is there: the fewer, the better.
    private bool SharesProvider(AwsSite site) =>
        (site.Account, site.Profile, site.Role, AwsRegions.PartitionOf(site.Region)) == (First.Account, First.Profile, First.Role, AwsRegions.PartitionOf(First.Region));

    /// <summary>The customer gateway of an endpoint of a peer; links to the same peer share it.</summary>
    public static string CustomerGatewayName(string stem, string peer, int number) =>
        Names.Aws(stem, Names.Peer(Cloud.Azure, peer), "cgw", $"{number}");

    private AwsNetworkPlan Network(string name, AwsSite site, List<PlannedLink> links, string stem)
    {
        var asked = site.Network;
        var isNew = asked.Existing is null;
        var appliance = site.Gateway.Kind == AwsGatewayKind.Appliance;
        var gateway = isNew && (asked.InternetGateway || appliance) ? Names.Aws(stem, "igw") : null;
        var probed = context.Machines(Cloud.Aws, name, MachineKind.Probe).Select(probe => probe.Subnet).ToHashSet();
        return new AwsNetworkPlan
        {
            Name = Names.Aws(stem, "vpc"),
            Existing = asked.Existing,
            Cidrs = asked.Cidrs,
            Subnets = context.AwsLayouts[name].Subnets.Select(subnet => new AwsSubnetPlan
            {
                Key = subnet.Name,
                Name = Names.Aws(stem, Names.Part(subnet.Name)),
                Cidr = subnet.Cidr ?? (subnet.Existing is not null ? null : throw PlanContext.Refused($"the subnet {name}.{subnet.Name} has no room")),
                Zone = subnet.Zone,
                Existing = subnet.Existing,
                SecurityGroup = subnet.Existing is null || probed.Contains(subnet.Name) ? Names.AwsSecurityGroup(stem, Names.Part(subnet.Name), "sg") : null,
            }).ToValueList(),
            InternetGateway = gateway,
            RouteTable = isNew ? Names.Aws(stem, "rtb") : null,
            ExistingRouteTables = asked.RouteTables,
            Routes =
            [
                .. gateway is null ? Array.Empty<AwsRoutePlan>() : [new AwsRoutePlan(Cidr.Any, AwsRouteTarget.InternetGateway)],
                .. site.Gateway.Kind == AwsGatewayKind.VirtualPrivate
                    ? Array.Empty<AwsRoutePlan>()
                    : Remote(links).Select(network => new AwsRoutePlan(
                        network, appliance ? AwsRouteTarget.Appliance : AwsRouteTarget.TransitGateway)),
            ],
            ExistingSecurityGroups = asked.SecurityGroups,
        };
    }

    private AwsGatewayPlan Gateway(string name, AwsSite site, AwsNetworkPlan network, List<PlannedLink> links, string stem)
    {
        var asked = site.Gateway;
        return new AwsGatewayPlan
        {
            Kind = asked.Kind,
            Name = Names.Aws(stem, asked.Kind switch
            {
                AwsGatewayKind.VirtualPrivate => "vgw",
                AwsGatewayKind.Transit => "tgw",
                _ => "gateway",
            }),
            Existing = asked.Existing,
            Asn = asked.Asn,
            Attach = asked.Kind != AwsGatewayKind.Appliance && (asked.Existing is null || site.Network.Existing is null),
            Propagate = asked.Kind == AwsGatewayKind.VirtualPrivate,
            Protect = context.Request.Terraform.Protect && asked.Existing is null,
            Transit = asked.Kind == AwsGatewayKind.Transit ? Transit(asked, network, links, stem) : null,
            Appliance = asked.Kind == AwsGatewayKind.Appliance
                ? AppliancePlanner.Plan(context, Cloud.Aws, name, LinkLayout.ApplianceOf(asked)!, [])
                : null,
        };
    }

    private TransitGatewayPlan Transit(AwsGateway asked, AwsNetworkPlan network, List<PlannedLink> links, string stem) => new()
    {
        Ecmp = asked.Ecmp ?? links.Exists(link => link.Bgp),
        RouteTable = asked.RouteTable,
        Attachment = Names.Aws(stem, "tgw-attachment"),
        // AWS takes one subnet per zone; those whose zone isn't known are taken at the request's word.
        AttachmentSubnets = network.Subnets.DistinctBy(subnet => subnet.Zone ?? subnet.Key).Select(subnet => subnet.Key).ToValueList(),
        StaticRoutes = links.Where(link => !link.Bgp)
            .SelectMany(link => PlanContext.Sorted(link.Plan.Networks.AzureSeenFromAws)
                .Select(prefix => new TransitRoutePlan(prefix, AwsLinkPlanner.ConnectionName(context, link.Plan.Name, 1))))
            .DistinctBy(route => route.Destination).ToValueList(),
    };

    private static ValueList<CustomerGatewayPlan> CustomerGateways(List<PlannedLink> links, string stem) => links
        .Where(link => !link.AwsAppliance)
        .DistinctBy(link => link.Plan.AzureSite)
        .SelectMany(link => link.Plan.Connections.Select(connection => new CustomerGatewayPlan
        {
            Name = CustomerGatewayName(stem, link.Plan.AzureSite, connection.Number),
            Peer = link.Plan.AzureSite,
            Endpoint = connection.AzureInstance,
            Asn = link.Azure.Gateway.Asn,
        })).ToValueList();

    private static ValueList<Cidr> Remote(List<PlannedLink> links) =>
        PlanContext.Sorted(links.SelectMany(link => link.Plan.Networks.AzureSeenFromAws));
}
