using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Layout;
using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Planning;

/// <summary>Plans the Azure ends of the links of one gateway, one after the other.</summary>
internal sealed class AzureLinkPlanner(PlanContext context)
{

    public static string IpConfiguration(int instance) => $"instance-{instance}";

    /// <summary>The rules of a link on its gateway, where each needs a name of its own.</summary>
    public static IEnumerable<(NatRulePlan Plan, int? Instance)> NatRules(PlannedLink link) => link.Request.Nat.SelectMany(rule =>
        NatTranslation.Pairs(rule).Select((pair, index) => (
            new NatRulePlan
            {
                Name = Names.Azure(
                    link.Plan.Name == "link" ? null : link.Plan.Name, rule.Name, rule.Internal.Count > 1 ? $"{index + 1}" : null),
                Kind = rule.Kind,
                Direction = rule.Direction,
                Internal = pair.Internal,
                External = pair.External,
                IpConfiguration = rule.Instance is { } instance ? IpConfiguration(instance) : null,
            },
            rule.Instance)));

    public AzureLinkPlan Plan(AzureSite site, PlannedLink link) => new()
    {
        Name = link.Plan.Name,
        Peer = link.Plan.AwsSite,
        PeerAsn = link.Aws.Gateway.Asn,
        Routing = link.Plan.Routing,
        Crypto = link.Plan.Crypto,
        LocalNetworks = link.Plan.Networks.Azure,
        RemoteNetworks = PlanContext.Sorted(link.Plan.Networks.AwsSeenFromAzure),
        Connections = link.AzureAppliance ? [] : Connections(site, link),
        ApplianceTunnels = link.AzureAppliance ? AppliancePlanner.Tunnels(context, link, Cloud.Azure) : [],
    };

    // One for each outside address at the other end: each tunnel of AWS has its own, each machine of an appliance too.
    private ValueList<AzureConnectionPlan> Connections(AzureSite site, PlannedLink link)
    {
        var tunnels = link.Plan.Tunnels.Where(tunnel => tunnel.IsUsed);
        var groups = link.AwsAppliance
            ? tunnels.GroupBy(tunnel => tunnel.Number).Select(group => group.ToValueList())
            : tunnels.Select(tunnel => ValueList.Create([tunnel]));
        return groups.Select(group => Connection(site, link, group)).ToValueList();
    }

    private AzureConnectionPlan Connection(AzureSite site, PlannedLink link, ValueList<TunnelPlan> tunnels)
    {
        var first = tunnels[0];
        var options = link.Request.Tunnels.For(first.Connection, first.Number);
        var stem = context.Names.Link(link.Plan.Name);
        var number = $"{first.Connection}-{first.Number}";
        var nat = NatRules(link)
            .Where(rule => rule.Instance is not { } instance || tunnels.Any(tunnel => tunnel.AzureInstance == instance))
            .Select(rule => rule.Plan).ToLookup(rule => rule.Direction, rule => rule.Name);
        return new AzureConnectionPlan
        {
            Name = Names.Azure(stem, "con", number),
            LocalNetworkGateway = new LocalNetworkGatewayPlan
            {
                Name = Names.Azure(stem, "lgw", number),
                Asn = link.Bgp ? link.Aws.Gateway.Asn : null,
                BgpAddress = link.Bgp ? first.AwsAddress : null,
                // As they are: Azure translates after it has chosen the connection by these.
                AddressSpace = link.Bgp ? [] : PlanContext.Sorted(link.Plan.Networks.Aws),
            },
            Tunnels = tunnels,
            Key = first.Key,
            Bgp = link.Bgp,
            CustomBgpAddresses = link.Bgp && site.Gateway.ActiveActive ? CustomBgp(link, tunnels) : null,
            Policy = link.AzurePolicy!,
            DpdTimeoutSeconds = options.Dpd.AzureTimeout?.Seconds ?? options.Dpd.Timeout.Seconds,
            Mode = options.AzureMode,
            RoutingWeight = link.Request.Tunnels.RoutingWeight,
            Selectors = link.Request.Selectors,
            EgressNatRules = nat[NatDirection.Egress].ToValueList(),
            IngressNatRules = nat[NatDirection.Ingress].ToValueList(),
            // Of a connection without BGP no metric tells whether it is up.
            DownAlert = link.Bgp && MonitoringPlanner.HasAzureAlerts(context.Request.Monitoring) ? Names.Azure(stem, number, "down") : null,
        };
    }

    // Azure wants an address of either instance for each connection. The one that the connection doesn't use is that
    // of the link's first tunnel there, as in Microsoft's table
    // (learn.microsoft.com/azure/vpn-gateway/vpn-gateway-howto-aws-bgp).
    private static CustomBgpAddressesPlan CustomBgp(PlannedLink link, ValueList<TunnelPlan> tunnels) =>
        new(AddressOf(link, tunnels, 0), AddressOf(link, tunnels, 1));

    private static Ipv4 AddressOf(PlannedLink link, ValueList<TunnelPlan> tunnels, int instance) =>
        tunnels.FirstOrDefault(tunnel => tunnel.AzureInstance == instance)?.AzureAddress
        ?? link.Plan.Connections[instance].Tunnels[0].AzureAddress;
}
