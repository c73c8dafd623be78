using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Findings;
using S2SVpn.Design.Layout;
using S2SVpn.Design.Request;
using S2SVpn.Design.Request.Reading;

namespace S2SVpn.Design.Planning;

/// <summary>What a plan decided by itself, and which line of the request would change it.</summary>
internal static class PlanChoices
{
    public static ValueList<PlanChoice> Of(RequestDocument document, ConnectivityPlan plan)
    {
        var request = document.Request;
        var root = RequestPath.Root;
        List<OpenChoice> all =
        [
            .. plan.AwsSites.SelectMany(site => Aws(site, request.Aws[site.Name], root["aws"][site.Name])),
            .. plan.AzureSites.SelectMany(site => Azure(site, request.Azure[site.Name], root["azure"][site.Name])),
            .. plan.Links.SelectMany((link, index) => LinkChoices.Of(link, request.Links[index], root["links"][index])),
            .. Probes(plan, request, root["probes"]),
            .. Settings(plan, request, root),
        ];
        return all
            .Where(choice => !document.Sources.IsWritten(choice.Path))
            .Select(choice => new PlanChoice(choice.What, choice.Value, Line(document, choice.Path), choice.Why))
            .ToValueList();
    }

    // A link that isn't written at all would be written in the short way.
    private static string Line(RequestDocument document, RequestPath path)
    {
        const string OnlyLink = "links[0]";
        var line = document.Sources.Locate(path).Path;
        var isOpen = line.StartsWith(OnlyLink, StringComparison.Ordinal) && !document.Sources.IsWritten(RequestPath.Root["links"][0]);
        return isOpen ? $"link{line[OnlyLink.Length..]}" : line;
    }

    private static IEnumerable<OpenChoice> Aws(AwsSitePlan site, AwsSite asked, RequestPath path)
    {
        foreach (var subnet in site.Network.Subnets.Where(subnet => subnet is { Existing: null, Cidr: not null }))
        {
            var at = path.At("network.subnets")[subnet.Key];
            yield return new(at["cidr"], $"{site.Name}: subnet {subnet.Key}", $"{subnet.Cidr}", "the first room in the VPC; name it, so that it never moves");
            yield return new(at["zone"], $"{site.Name}: zone of {subnet.Key}", subnet.Zone ?? "AWS chooses", subnet.Zone is null ? "it may be that of another subnet; name both to know it" : "in turn; not every account has every zone");
        }

        var gateway = site.Gateway;
        yield return new(path.At("gateway.kind"), $"{site.Name}: gateway", Words.Of(gateway.Kind), "the plain one for a single VPC");
        yield return new(path.At("gateway.asn"), $"{site.Name}: ASN", $"{gateway.Asn}", "Amazon's own default");
        if (gateway.Transit is { } transit)
        {
            yield return new(path.At("gateway.ecmp"), $"{site.Name}: ECMP", OnOff(transit.Ecmp), "on as soon as a link has BGP");
            if (gateway.Existing is not null)
            {
                yield return new(path.At("gateway.routeTable"), $"{site.Name}: transit route table", "the default one", "the only one that is known");
            }
        }

        foreach (var machine in gateway.Appliance?.Machines.Where(machine => machine.Index >= (asked.Gateway.Appliance?.Addresses.Count ?? 0)) ?? [])
        {
            yield return new(path.At("gateway.appliance.addresses")[machine.Index], $"{site.Name}: {machine.Name}", Address(machine.Address), "the first free address of its subnet");
        }
    }

    private static IEnumerable<OpenChoice> Azure(AzureSitePlan site, AzureSite asked, RequestPath path)
    {
        yield return new(path["resourceGroup"], $"{site.Name}: resource group", site.ResourceGroup.Name, "a separate group, so that everything can be deleted together");
        foreach (var subnet in site.Network.Subnets.Where(subnet => subnet is { Existing: null, Cidr: not null }))
        {
            yield return new(path.At("network.subnets")[subnet.Key]["cidr"], $"{site.Name}: subnet {subnet.Key}", $"{subnet.Cidr}", "the first room in the VNet; name it, so that it never moves");
        }

        if (site.Network.GatewaySubnet is { Existing: null, Cidr: { } cidr })
        {
            yield return new(path.At("network.gatewaySubnet.cidr"), $"{site.Name}: {NetworkLayout.GatewaySubnetName}", $"{cidr}", "the end of the VNet, out of the way of subnets");
        }

        var gateway = site.Gateway;
        yield return new(path.At("gateway.asn"), $"{site.Name}: ASN", $"{gateway.Asn}", "Azure's own default");
        if (gateway is { Kind: AzureGatewayKind.Managed, Existing: null })
        {
            yield return new(path.At("gateway.sku"), $"{site.Name}: SKU", Words.Of(gateway.Sku), "the least that has zones, BGP and two instances");
            yield return new(path.At("gateway.generation"), $"{site.Name}: generation", Words.Of(gateway.Generation), "the newest that the SKU has");
            yield return new(path.At("gateway.zones"), $"{site.Name}: zones", gateway.Zones.Count == 0 ? "none" : string.Join(", ", gateway.Zones), AzureLocations.HasZones(site.Location) ? "all that there are, with an AZ SKU" : $"{site.Location} has none");
        }

        if (gateway.Kind == AzureGatewayKind.Managed)
        {
            yield return new(path.At("gateway.activeActive"), $"{site.Name}: instances", gateway.ActiveActive ? "two, both active" : "one", "BGP with AWS needs both");
        }

        foreach (var machine in gateway.Appliance?.Machines.Where(machine => machine.Index >= (asked.Gateway.Appliance?.Addresses.Count ?? 0)) ?? [])
        {
            yield return new(path.At("gateway.appliance.addresses")[machine.Index], $"{site.Name}: {machine.Name}", Address(machine.Address), "the first free address of its subnet");
        }
    }

    private static IEnumerable<OpenChoice> Probes(ConnectivityPlan plan, VpnRequest request, RequestPath path)
    {
        var planned = plan.AwsSites.SelectMany(site => site.Probes).ToDictionary(probe => (Cloud.Aws, probe.Key));
        foreach (var probe in plan.AzureSites.SelectMany(site => site.Probes))
        {
            planned[(Cloud.Azure, probe.Key)] = probe;
        }

        var asked = request.Probes.Aws.Select((probe, index) => (Cloud: Cloud.Aws, probe.Name, Path: path["aws"][index]))
            .Concat(request.Probes.Azure.Select((probe, index) => (Cloud: Cloud.Azure, probe.Name, Path: path["azure"][index])));
        foreach (var each in asked)
        {
            var probe = planned[(each.Cloud, each.Name)];
            yield return new(each.Path["subnet"], $"{each.Name}: subnet", probe.Subnet, "the first of its site");
            yield return new(each.Path["address"], $"{each.Name}: address", Address(probe.Address), "the first free one from the tenth on");
            yield return new(each.Path["size"], $"{each.Name}: size", probe.Size, "small and cheap");
        }
    }

    private static IEnumerable<OpenChoice> Settings(ConnectivityPlan plan, VpnRequest request, RequestPath root)
    {
        yield return new(root["access"], "flows", plan.Flows.Count == 0 ? "none" : $"{plan.Flows.Count}", "only listed flows may cross");
        var alarms = plan.AwsSites[0].Alarms is not null || plan.AzureSites[0].Alerts is not null;
        yield return new(root["monitoring"]["alarms"], "alarms", OnOff(alarms), "on if there are recipients");
        if (request.Terraform.Backend is { S3: null, Azurerm: null, Cloud: null, Http: null, Pg: null })
        {
            yield return new(root["terraform"]["backend"], "Terraform's state", plan.Terraform.Stacks[0].Backend.Local!.Path!, "a file needs no account; for a team, choose a shared one");
        }

        yield return new(root["terraform"]["protect"], "protection of gateways", OnOff(plan.Terraform.Protect), "so that a trial can be destroyed");
    }

    internal static string OnOff(bool value) => value ? "on" : "off";

    private static string Address(Network.Ipv4? address) => address?.ToString() ?? "its cloud's choice";
}

/// <summary>A choice at its place by the records.</summary>
internal sealed record OpenChoice(RequestPath Path, string What, string Value, string Why);
