using static S2SVpn.Design.Planning.Diffing.Values;

namespace S2SVpn.Design.Planning.Diffing;

/// <summary>What else is in an Azure site: routes, peerings, filters, machines, alerts, logs.</summary>
internal static class AzureExtraResources
{
    public static IEnumerable<PlannedResource> Of(AzureSitePlan site) =>
        [.. Routes(site), .. Spokes(site), .. Filters(site), .. Machines(site), .. Monitoring(site)];

    private static IEnumerable<PlannedResource> Routes(AzureSitePlan site) =>
        (site.Network.RouteTable?.Routes ?? []).Select(route => new PlannedResource
        {
            Type = "azurerm_route",
            Key = AzureSiteResources.Key(site, ".", route.Name),
            Name = $"{site.Network.RouteTable!.Name} {route.Name}",
            Values = [Free("next_hop", route.Appliance?.ToString() ?? "VirtualNetworkGateway")],
        });

    private static IEnumerable<PlannedResource> Spokes(AzureSitePlan site) => site.Network.Spokes.Select(spoke => new PlannedResource
    {
        Type = "azurerm_virtual_network_peering",
        Key = AzureSiteResources.Key(site, ".", spoke.Key),
        Name = spoke.PeeringFromHub,
        Values =
        [
            Fixed("name", spoke.PeeringFromHub),
            Fixed("remote_virtual_network", spoke.Existing ?? spoke.Name),
            AzureSiteResources.InGroup(site),
            Free("address_space", spoke.Cidrs),
        ],
        Note = $"The spoke {spoke.Key} has no way to AWS until it is done.",
    });

    private static IEnumerable<PlannedResource> Filters(AzureSitePlan site)
    {
        foreach (var group in site.SecurityGroups)
        {
            var place = group.Subnet ?? $"spoke {group.Spoke}";
            yield return new PlannedResource
            {
                Type = "azurerm_network_security_group",
                Key = AzureSiteResources.Key(site, ".", place),
                Name = group.Name,
                Values = [Fixed("name", group.Name), AzureSiteResources.InGroup(site)],
            };
            foreach (var rule in group.Rules)
            {
                yield return new PlannedResource
                {
                    Type = "azurerm_network_security_rule",
                    Key = AzureSiteResources.Key(site, ".", place, ".", rule.Name),
                    Name = $"{group.Name} {rule.Name}",
                    Values =
                    [
                        Free("priority", rule.Priority),
                        Free("ports", rule.Ports),
                        Free("local", rule.Local),
                        Free("remote", rule.Remote),
                        Free("description", rule.Description),
                    ],
                };
            }
        }
    }

    private static IEnumerable<PlannedResource> Machines(AzureSitePlan site)
    {
        foreach (var probe in site.Probes)
        {
            yield return new PlannedResource
            {
                Type = "azurerm_linux_virtual_machine",
                Key = AzureSiteResources.Key(site, ".", probe.Key),
                Name = probe.Name,
                Values =
                [
                    Fixed("name", probe.Name),
                    AzureSiteResources.InGroup(site),
                    Fixed("admin_ssh_key", site.Ssh?.PublicKey ?? "made"),
                    Free("size", probe.Size) with { Note = "The machine stops and starts again." },
                    Free("subnet", probe.Subnet),
                    Free("private_ip_address", probe.Address),
                    Free("public address", probe.PublicIp),
                ],
            };
        }

        foreach (var machine in site.Gateway.Appliance?.Machines ?? [])
        {
            yield return ApplianceResource.Of(
                "azurerm_linux_virtual_machine", AzureSiteResources.Key(site, $".gateway.{machine.Index}"), site.Gateway.Appliance!, machine, site.Links.Select(ApplianceLink.Of));
        }
    }

    private static IEnumerable<PlannedResource> Monitoring(AzureSitePlan site)
    {
        if (site.Alerts is { } alerts)
        {
            if (alerts.ActionGroup is { } group)
            {
                yield return new PlannedResource
                {
                    Type = "azurerm_monitor_action_group",
                    Key = AzureSiteResources.Key(site),
                    Name = group,
                    Values = [Fixed("name", group), AzureSiteResources.InGroup(site), Free("receivers", alerts.Notify)],
                };
            }

            foreach (var name in site.Links.SelectMany(link => link.Connections).Select(connection => connection.DownAlert).OfType<string>())
            {
                yield return new PlannedResource
                {
                    Type = "azurerm_monitor_metric_alert",
                    Key = AzureSiteResources.Key(site, ".", name),
                    Name = name,
                    Values = [Free("window", alerts.ConnectionDownSeconds), Free("action_group", alerts.ExistingActionGroup ?? alerts.ActionGroup)],
                };
            }
        }

        if (site.Diagnostics is { } logs)
        {
            yield return new PlannedResource
            {
                Type = "azurerm_monitor_diagnostic_setting",
                Key = AzureSiteResources.Key(site),
                Name = logs.Name,
                Values = [Fixed("name", logs.Name), Free("workspace", logs.ExistingWorkspace ?? logs.Workspace), Free("retention", logs.RetentionDays)],
            };
        }
    }
}
