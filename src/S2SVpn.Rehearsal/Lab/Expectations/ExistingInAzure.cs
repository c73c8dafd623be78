using S2SVpn.Design.Layout;
using S2SVpn.Design.Network;
using S2SVpn.Design.Planning;

namespace S2SVpn.Rehearsal.Lab.Expectations;

/// <summary>The existing VNet, spokes and gateway of an Azure site.</summary>
internal static class ExistingInAzure
{
    // The documentation network (RFC 5737), for the addresses of an existing gateway.
    private static readonly Cidr Addresses = Cidr.Parse("203.0.113.0/24");

    private const string PublicIp = "azurerm_public_ip";

    public static void Add(AzureSitePlan site, ExistingThings things)
    {
        var network = site.Network;
        if (network.Existing is { } vnet)
        {
            AddVnet(vnet, network.Cidrs, things);
            foreach (var subnet in network.Subnets.Append(network.GatewaySubnet).OfType<AzureSubnetPlan>())
            {
                AddSubnet(vnet, subnet, things);
            }
        }

        foreach (var spoke in network.Spokes.Where(spoke => spoke.Existing is not null))
        {
            AddVnet(spoke.Existing!, spoke.Cidrs, things);
        }

        if (site.Gateway.Existing is { } gateway)
        {
            AddGateway(site, gateway, things);
        }
    }

    private static void AddVnet(string id, IEnumerable<Cidr> networks, ExistingThings things) => things.Add("azurerm_virtual_network", id, new
    {
        name = Name(id),
        resource_group_name = Group(id),
        address_space = networks.Select(network => $"{network}").ToArray(),
    });

    private static void AddSubnet(string vnet, AzureSubnetPlan subnet, ExistingThings things)
    {
        if (subnet is { Existing: { } id, Cidr: { } cidr })
        {
            things.Add("azurerm_subnet", id, new
            {
                name = Name(id),
                resource_group_name = Group(vnet),
                virtual_network_name = Name(vnet),
                address_prefixes = new[] { $"{cidr}" },
            });
        }
    }

    private static void AddGateway(AzureSitePlan site, string id, ExistingThings things)
    {
        var plan = site.Gateway;
        var subnet = site.Network.GatewaySubnet?.Existing ?? $"{site.Network.Existing}/subnets/{NetworkLayout.GatewaySubnetName}";
        var instances = plan.Instances.Select(instance => (
            instance.IpConfiguration,
            instance.BgpAddresses,
            AddressId: $"{id.Split("/virtualNetworkGateways/")[0]}/publicIPAddresses/{Name(id)}-{instance.Index}",
            Address: $"{Addresses.Host(1 + things.CountOf(PublicIp) + instance.Index)}")).ToArray();
        foreach (var instance in instances)
        {
            things.Add(PublicIp, instance.AddressId, new { name = Name(instance.AddressId), resource_group_name = Group(id), ip_address = instance.Address });
        }

        things.Add("azurerm_virtual_network_gateway", id, new
        {
            name = Name(id),
            resource_group_name = Group(id),
            location = site.Location,
            type = "Vpn",
            vpn_type = "RouteBased",
            active_active = plan.ActiveActive,
            enable_bgp = plan.Bgp,
            ip_configuration = instances.Select(instance => new { name = instance.IpConfiguration, subnet_id = subnet, public_ip_address_id = instance.AddressId }).ToArray(),
            bgp_settings = new[]
            {
                new
                {
                    asn = plan.Asn.Value,
                    peering_addresses = instances.Select(instance => new
                    {
                        ip_configuration_name = instance.IpConfiguration,
                        apipa_addresses = instance.BgpAddresses.Where(plan.ExistingBgpAddresses.Contains).Select(address => $"{address}").ToArray(),
                        tunnel_ip_addresses = new[] { instance.Address },
                    }).ToArray(),
                },
            },
        });
    }

    // /subscriptions/{id}/resourceGroups/{name}/providers/{namespace}/{type}/{name}
    private static string Group(string id) => id.Split('/')[4];

    private static string Name(string id) => id.Split('/')[^1];
}
