using S2SVpn.Design.Request;
using static S2SVpn.Design.Planning.Diffing.Values;

namespace S2SVpn.Design.Planning.Diffing;

/// <summary>The network and the gateway of an Azure site.</summary>
internal static class AzureSiteResources
{
    public const string Gateway = "azurerm_virtual_network_gateway";
    public const string PublicIp = "azurerm_public_ip";

    // learn.microsoft.com/azure/vpn-gateway: a gateway takes 45 minutes and more to make, and its end comes before that.
    private const int GatewayMinutes = 90;

    private const string Group = "azurerm_resource_group";
    private const string Vnet = "azurerm_virtual_network";
    private const string Subnet = "azurerm_subnet";

    /// <summary>The key of what there is one of in a site.</summary>
    public static string Key(AzureSitePlan site, params ReadOnlySpan<string> parts) => $"azure.{site.Name}{string.Concat(parts)}";

    public static IEnumerable<PlannedResource> Of(AzureSitePlan site, ValueList<TunnelPlan> tunnels)
    {
        var network = site.Network;
        if (!site.ResourceGroup.Existing)
        {
            yield return new PlannedResource
            {
                Type = Group,
                Key = Key(site),
                Name = site.ResourceGroup.Name,
                Values = [Fixed("name", site.ResourceGroup.Name), Fixed("location", site.Location), Fixed("subscription", site.Subscription)],
                Tunnels = tunnels,
                Minutes = GatewayMinutes,
            };
        }

        if (network.Existing is null)
        {
            yield return new PlannedResource
            {
                Type = Vnet,
                Key = Key(site),
                Name = network.Name,
                Values = [Fixed("name", network.Name), InGroup(site), Free("address_space", network.Cidrs)],
                Tunnels = tunnels,
                Minutes = GatewayMinutes,
                Note = "Everything in the VNet goes with it.",
            };
        }

        foreach (var subnet in network.Subnets.Append(network.GatewaySubnet).OfType<AzureSubnetPlan>().Where(subnet => subnet.Existing is null))
        {
            yield return SubnetOf(site, subnet, subnet == network.GatewaySubnet);
        }

        foreach (var resource in GatewayOf(site, tunnels))
        {
            yield return resource;
        }
    }

    private static PlannedResource SubnetOf(AzureSitePlan site, AzureSubnetPlan subnet, bool isGateways) => new()
    {
        Type = Subnet,
        Key = Key(site, ".", subnet.Key),
        Name = subnet.Key,
        Values =
        [
            Ref("virtual_network_name", Vnet, site.Network.Existing ?? Key(site), Effect.Replace),
            Free("address_prefixes", subnet.Cidr) with
            {
                Note = isGateways
                    ? "Azure refuses this while the gateway stands in the subnet."
                    : "Azure refuses this while anything stands in what the subnet loses.",
            },
            Free("network_security_group", subnet.IsFiltered ? subnet.SecurityGroup : null),
            Free("route_table", subnet.RouteTable),
        ],
    };

    private static IEnumerable<PlannedResource> GatewayOf(AzureSitePlan site, ValueList<TunnelPlan> tunnels)
    {
        var gateway = site.Gateway;
        if (gateway is not { Kind: AzureGatewayKind.Managed, Existing: null })
        {
            yield break;
        }

        foreach (var instance in gateway.Instances)
        {
            yield return new PlannedResource
            {
                Type = PublicIp,
                Key = Key(site, $".{instance.Index}"),
                Name = instance.PublicIp!,
                Values = [Fixed("name", instance.PublicIp), InGroup(site), Fixed("zones", gateway.Zones)],
                Tunnels = tunnels.Where(tunnel => tunnel.AzureInstance == instance.Index).ToValueList(),
                Minutes = GatewayMinutes,
                Note = "The gateway gets another public address: peers outside of this plan have to learn it.",
            };
        }

        yield return new PlannedResource
        {
            Type = Gateway,
            Key = Key(site),
            Name = gateway.Name,
            Values =
            [
                Fixed("name", gateway.Name),
                InGroup(site),
                Fixed("generation", $"Generation{Words.Of(gateway.Generation)}"),
                Fixed("ip_configuration", gateway.Instances.Select(instance => instance.IpConfiguration)),
                Ref("subnet_id", Subnet, site.Network.GatewaySubnet?.Existing ?? Key(site, ".", NetworkLayout.GatewaySubnetName), Effect.Replace),
                .. gateway.Instances.Select(instance => Ref($"public_ip_address_id {instance.Index}", PublicIp, Key(site, $".{instance.Index}"), Effect.Replace)),
                // Azure changes the size of one instance after the other.
                Breaking("sku", gateway.Sku, tunnels, null),
                Breaking("enable_bgp", gateway.Bgp, tunnels, null),
                Breaking("bgp_settings.asn", gateway.Asn, tunnels, null),
                .. gateway.Instances.Select(instance => Free($"apipa_addresses {instance.Index}", instance.BgpAddresses)),
            ],
            Tunnels = tunnels,
            Minutes = GatewayMinutes,
        };
        if (gateway.Lock is { } name)
        {
            yield return Mere("azurerm_management_lock", Key(site), name);
        }
    }

    /// <summary>The group is a part of the id of everything in it.</summary>
    // What lies in an existing group has a place of its own, which a new group gives to all that is in it.
    public static PlannedValue InGroup(AzureSitePlan site) => site.ResourceGroup.Existing
        ? Fixed("resource_group_name", $"{site.ResourceGroup.Name}, {site.Location}")
        : Ref("resource_group_name", Group, Key(site), Effect.Replace);
}
