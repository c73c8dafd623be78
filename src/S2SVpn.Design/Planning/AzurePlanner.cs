using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Layout;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Planning;

/// <summary>Plans what is in Azure.</summary>
internal sealed class AzurePlanner(PlanContext context, FlowPlanner flows, IReadOnlyCollection<PlannedLink> all)
{
    public AzureSitePlan Plan(string name, AzureSite site, List<PlannedLink> links)
    {
        var stem = context.Names.Site(Cloud.Azure, name);
        var appliance = site.Gateway.Kind == AzureGatewayKind.Appliance
            ? AppliancePlanner.Plan(context, Cloud.Azure, name, LinkLayout.ApplianceOf(site.Gateway)!, context.AzureLayouts[name].GatewayZones)
            : null;
        var network = AzureNetworkPlanner.Plan(context, name, site, links, appliance, stem);
        var probes = MachinePlanner.Probes(context, Cloud.Azure, name, canBePublic: true);
        var monitoring = context.Request.Monitoring;
        return new AzureSitePlan(probes, MonitoringPlanner.Azure(monitoring, stem), appliance is null ? MonitoringPlanner.Diagnostics(monitoring.Diagnostics, stem) : null)
        {
            Name = name,
            Alias = site.Subscription == context.Request.Azure.First().Value.Subscription ? null : name,
            Location = site.Location,
            Environment = AzureClouds.Of(site.Location),
            Subscription = site.Subscription,
            Stem = stem,
            Tags = context.Tags,
            ResourceGroup = new ResourceGroupPlan(site.ResourceGroup.Name ?? Names.Azure(stem, "rg"), site.ResourceGroup.Existing),
            Network = network,
            Gateway = Gateway(name, site, links, appliance, stem),
            Links = Links(site, links),
            SecurityGroups = AzureFilterPlanner.Plan(
                network,
                context.AzureLayouts[name].Prefixes,
                PlanContext.Sorted(NetworkReach.OfAzure(name, all)),
                flows.Of(Cloud.Azure, name).ToList(),
                probes,
                context.Request.Probes.SshFrom),
            Ssh = MachinePlanner.Ssh(context, Names.Azure(stem, "probe-key"), probes),
        };
    }

    private AzureGatewayPlan Gateway(string name, AzureSite site, List<PlannedLink> links, AppliancePlan? appliance, string stem)
    {
        var asked = site.Gateway;
        var isManaged = asked.Kind == AzureGatewayKind.Managed;
        return new AzureGatewayPlan
        {
            Kind = asked.Kind,
            Name = Names.Azure(stem, "vgw"),
            Existing = asked.Existing,
            ExistingBgpAddresses = asked.Existing is null ? [] : asked.BgpAddresses,
            Sku = asked.Sku,
            Generation = asked.Generation ?? AzureSku.Of(asked.Sku).NewestGeneration,
            ActiveActive = asked.ActiveActive,
            Zones = context.AzureLayouts[name].GatewayZones,
            Asn = asked.Asn,
            Bgp = links.Exists(link => link.Bgp),
            Instances = isManaged ? Instances(asked, links, stem) : [],
            NatRules = isManaged
                ? links.SelectMany(link => AzureLinkPlanner.NatRules(link).Select(rule => rule.Plan)).ToValueList()
                : [],
            Lock = context.Request.Terraform.Protect && isManaged && asked.Existing is null ? Names.Azure(stem, "vgw-lock") : null,
            Appliance = appliance,
        };
    }

    private static ValueList<GatewayInstancePlan> Instances(AzureGateway asked, List<PlannedLink> links, string stem)
    {
        var addresses = links
            .Where(link => link.Bgp)
            .SelectMany(link => link.Plan.Tunnels)
            .Where(tunnel => tunnel.IsUsed)
            .ToLookup(tunnel => tunnel.AzureInstance, tunnel => tunnel.AzureAddress);
        return Enumerable.Range(0, LinkLayout.Endpoints(asked)).Select(index => new GatewayInstancePlan
        {
            Index = index,
            PublicIp = asked.Existing is null ? Names.Azure(stem, "vgw-pip", $"{index}") : null,
            IpConfiguration = AzureLinkPlanner.IpConfiguration(index),
            BgpAddresses = addresses[index].Distinct().Order().ToValueList(),
        }).ToValueList();
    }

    private ValueList<AzureLinkPlan> Links(AzureSite site, List<PlannedLink> links)
    {
        var planner = new AzureLinkPlanner(context);
        return links.Select(link => planner.Plan(site, link)).ToValueList();
    }

}
