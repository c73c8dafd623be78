using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Layout;
using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Planning;

/// <summary>Plans the virtual network of an Azure site.</summary>
internal static class AzureNetworkPlanner
{
    public static AzureNetworkPlan Plan(
        PlanContext context, string name, AzureSite site, List<PlannedLink> links, AppliancePlan? appliance, string stem)
    {
        var layout = context.AzureLayouts[name];
        var routes = Routes(links, appliance);
        var table = routes.Count == 0 ? null : Names.Azure(stem, "rt");
        var applianceSubnets = appliance?.Machines.Select(machine => machine.Subnet).ToHashSet(StringComparer.Ordinal) ?? [];
        var probed = context.Machines(Cloud.Azure, name, MachineKind.Probe).Select(probe => probe.Subnet).ToHashSet();
        return new AzureNetworkPlan
        {
            Name = Names.AzureShort(stem, "vnet"),
            Existing = site.Network.Existing,
            Cidrs = site.Network.Cidrs,
            Subnets = layout.Subnets.Select(subnet =>
            {
                // An existing subnet has its own filters and routes, and an appliance takes tunnels in and passes
                // their traffic on: neither gets ours.
                var isOurs = subnet.Existing is null && !applianceSubnets.Contains(subnet.Name);
                return new AzureSubnetPlan
                {
                    Key = subnet.Name,
                    Cidr = CidrOf(name, subnet),
                    Existing = subnet.Existing,
                    SecurityGroup = isOurs || probed.Contains(subnet.Name) ? Names.Azure(stem, Names.Part(subnet.Name), "nsg") : null,
                    IsFiltered = isOurs,
                    RouteTable = isOurs ? table : null,
                };
            }).ToValueList(),
            GatewaySubnet = layout.GatewaySubnet is { } gateway
                ? new AzureSubnetPlan
                {
                    Key = gateway.Name,
                    Cidr = CidrOf(name, gateway),
                    Existing = gateway.Existing,
                    SecurityGroup = null,
                    IsFiltered = false,
                    RouteTable = null,
                }
                : null,
            Spokes = site.Network.Spokes.Select(spoke => new SpokePlan
            {
                Key = spoke.Name,
                Name = Names.AzureShort(stem, Names.Part(spoke.Name), "spoke"),
                Existing = spoke.Id,
                Cidrs = spoke.Cidrs,
                SecurityGroup = spoke.Id is null ? Names.Azure(stem, Names.Part(spoke.Name), "spoke-nsg") : null,
                PeeringFromHub = Names.Azure(stem, "to", Names.Part(spoke.Name)),
                PeeringToHub = Names.Azure(Names.Part(spoke.Name), "to", stem),
            }).ToValueList(),
            RouteTable = table is null ? null : new AzureRouteTablePlan(table, routes),
        };
    }

    // BGP brings its own routes, but nothing tells a subnet of an appliance.
    private static ValueList<AzureRoutePlan> Routes(List<PlannedLink> links, AppliancePlan? appliance) =>
        PlanContext.Sorted(links
                .Where(link => appliance is not null || !link.Bgp)
                .SelectMany(link => link.Plan.Networks.AwsSeenFromAzure))
            .Select(network => new AzureRoutePlan(
                $"to-{network.ToSlug()}", network, appliance?.Machines[0].Address))
            .ToValueList();

    private static Cidr? CidrOf(string site, SubnetLayout subnet) => subnet.Cidr
        ?? (subnet.Existing is not null ? null : throw PlanContext.Refused($"the subnet {site}.{subnet.Name} has no room"));
}
