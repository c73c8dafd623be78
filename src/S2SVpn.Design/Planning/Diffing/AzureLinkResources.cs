using static S2SVpn.Design.Planning.Diffing.Values;

namespace S2SVpn.Design.Planning.Diffing;

/// <summary>The local network gateways, connections and translations of an Azure site.</summary>
internal static class AzureLinkResources
{
    // Until a connection is made, or changed, and its tunnel is up again.
    private const int ConnectionMinutes = 10;

    private const string LocalGateway = "azurerm_local_network_gateway";
    private const string NatRule = "azurerm_virtual_network_gateway_nat_rule";

    public static IEnumerable<PlannedResource> Of(ConnectivityPlan plan, AzureSitePlan site)
    {
        foreach (var rule in site.Gateway.NatRules)
        {
            yield return new PlannedResource
            {
                Type = NatRule,
                Key = AzureSiteResources.Key(site, ".", rule.Name),
                Name = rule.Name,
                Values =
                [
                    Fixed("mode", rule.Direction),
                    Fixed("type", rule.Kind),
                    Fixed("ip_configuration_id", rule.IpConfiguration),
                    OnGateway(site),
                    Free("internal_mapping", rule.Internal),
                    Free("external_mapping", rule.External),
                ],
            };
        }

        var keys = plan.Links.Where(link => link.AzureSite == site.Name).SelectMany(link => link.Keys).ToDictionary(key => key.Name, StringComparer.Ordinal);
        foreach (var link in site.Links)
        {
            foreach (var connection in link.Connections)
            {
                yield return LocalGatewayOf(site, link, connection);
                yield return ConnectionOf(site, link, connection, keys[connection.Key]);
            }
        }
    }

    private static string Key(AzureLinkPlan link, AzureConnectionPlan connection) => $"link.{link.Name}.{connection.Tunnels[0].Id}";

    private static PlannedValue OnGateway(AzureSitePlan site) =>
        Ref("virtual_network_gateway_id", AzureSiteResources.Gateway, site.Gateway.Existing ?? AzureSiteResources.Key(site), Effect.Replace);

    private static PlannedResource LocalGatewayOf(AzureSitePlan site, AzureLinkPlan link, AzureConnectionPlan connection)
    {
        var peer = connection.LocalNetworkGateway;
        return new PlannedResource
        {
            Type = LocalGateway,
            Key = Key(link, connection),
            Name = peer.Name,
            Values =
            [
                Fixed("name", peer.Name),
                AzureSiteResources.InGroup(site),
                Ref("gateway_address", AwsLinkResources.Connection, AwsLinkResources.ConnectionKey(link.Name, connection.Tunnels[0].Connection), Effect.Update) with
                {
                    Tunnels = connection.Tunnels, Minutes = ConnectionMinutes,
                },
                Free("address_space", peer.AddressSpace),
                Breaking("bgp_settings.asn", peer.Asn, connection.Tunnels, ConnectionMinutes),
                Breaking("bgp_settings.bgp_peering_address", peer.BgpAddress, connection.Tunnels, ConnectionMinutes),
            ],
            Tunnels = connection.Tunnels,
            Minutes = ConnectionMinutes,
        };
    }

    private static PlannedResource ConnectionOf(AzureSitePlan site, AzureLinkPlan link, AzureConnectionPlan connection, KeySlotPlan key)
    {
        var policy = connection.Policy;
        PlannedValue Breaks(string attribute, object? value) => Breaking(attribute, value, connection.Tunnels, ConnectionMinutes);

        return new PlannedResource
        {
            Type = "azurerm_virtual_network_gateway_connection",
            Key = Key(link, connection),
            Name = connection.Name,
            Values =
            [
                Fixed("name", connection.Name),
                AzureSiteResources.InGroup(site),
                OnGateway(site),
                Fixed("connection_protocol", policy.ConnectionProtocol),
                Fixed("connection_mode", connection.Mode),
                Fixed("dpd_timeout_seconds", connection.DpdTimeoutSeconds),
                Ref("local_network_gateway_id", LocalGateway, Key(link, connection), Effect.Update) with
                {
                    Tunnels = connection.Tunnels, Minutes = ConnectionMinutes,
                },
                Breaks("shared_key", AwsLinkResources.KeyText(key)),
                Breaks("enable_bgp", connection.Bgp),
                Breaks("custom_bgp_addresses.primary", connection.CustomBgpAddresses?.Primary),
                Breaks("custom_bgp_addresses.secondary", connection.CustomBgpAddresses?.Secondary),
                Breaks("ipsec_policy.ike_encryption", policy.IkeEncryption),
                Breaks("ipsec_policy.ike_integrity", policy.IkeIntegrity),
                Breaks("ipsec_policy.dh_group", policy.DhGroup),
                Breaks("ipsec_policy.ipsec_encryption", policy.IpsecEncryption),
                Breaks("ipsec_policy.ipsec_integrity", policy.IpsecIntegrity),
                Breaks("ipsec_policy.pfs_group", policy.PfsGroup),
                Breaks("ipsec_policy.sa_lifetime", policy.SaLifetimeSeconds),
                Breaks("ipsec_policy.sa_datasize", policy.SaDataSizeKilobytes),
                Breaks("traffic_selector_policy", connection.Selectors.Select(selector => $"{selector.Azure} to {selector.Aws}")),
                Breaks("egress_nat_rule_ids", connection.EgressNatRules),
                Breaks("ingress_nat_rule_ids", connection.IngressNatRules),
                Free("routing_weight", connection.RoutingWeight),
            ],
            Tunnels = connection.Tunnels,
            Minutes = ConnectionMinutes,
        };
    }
}
