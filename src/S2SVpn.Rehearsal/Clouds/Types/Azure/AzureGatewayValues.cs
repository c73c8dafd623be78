using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Clouds.Model;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Types.Azure;

/// <summary>Makes an Azure VPN gateway: BGP settings and peering addresses, where none or only some were asked for.</summary>
internal static class AzureGatewayValues
{
    // What Azure takes without being asked (learn.microsoft.com/azure/vpn-gateway/vpn-gateway-bgp-overview).
    private const int DefaultAsn = 65515;

    public static Attributes Make(CreateContext context, Attributes gateway)
    {
        var settings = gateway["bgp_settings"].IsUnknown
            ? new Attributes(new Dictionary<string, Value> { ["asn"] = DefaultAsn, ["peer_weight"] = 0, ["peering_addresses"] = Value.Unknown })
            : gateway.Block("bgp_settings");
        gateway = gateway
            .SetIfUnknown("active_active", false)
            .SetIfUnknown("enable_bgp", gateway.Flag("bgp_enabled"))
            .SetIfUnknown("bgp_enabled", gateway.Flag("enable_bgp"))
            .SetIfUnknown("generation", gateway.Text("sku") is "VpnGw4AZ" or "VpnGw5AZ" ? "Generation2" : "Generation1");
        return settings is null
            ? gateway
            : gateway.With("bgp_settings", new ListValue([settings.With("peering_addresses", PeeringAddresses(context, gateway, settings))]));
    }

    private static ListValue PeeringAddresses(CreateContext context, Attributes gateway, Attributes settings)
    {
        Attributes[] instances = [.. gateway.Blocks("ip_configuration")];
        Attributes[] asked = settings["peering_addresses"].IsUnknown
            ? [.. instances.Select(_ => new Attributes(new Dictionary<string, Value>
            {
                ["apipa_addresses"] = ListValue.Empty,
                ["default_addresses"] = Value.Unknown,
                ["ip_configuration_name"] = Value.Unknown,
                ["tunnel_ip_addresses"] = Value.Unknown,
            }))]
            : [.. settings.Blocks("peering_addresses")];
        return new ListValue([.. asked.Select((addresses, index) =>
        {
            var name = addresses.Text("ip_configuration_name") ?? instances.ElementAtOrDefault(index)?.Text("name");
            var instance = Array.FindIndex(instances, configuration => configuration.Text("name") == name);
            var configuration = instance < 0 ? Attributes.Empty : instances[instance];
            var outside = context.Find("azurerm_public_ip", configuration.Text("public_ip_address_id"))?.Text("ip_address");
            return addresses
                .SetIfUnknown("ip_configuration_name", name)
                .SetIfUnknown("default_addresses", Value.Texts(InsideAddress(context, configuration, instance, instances.Length)))
                .SetIfUnknown("tunnel_ip_addresses", outside is null ? ListValue.Empty : Value.Texts(outside));
        })]);
    }

    // One instance gets the last address of its subnet, two get the fourth and fifth, as the examples of
    // learn.microsoft.com/azure/vpn-gateway/bgp-howto and .../active-active-portal show.
    private static IEnumerable<string> InsideAddress(CreateContext context, Attributes configuration, int instance, int instances)
    {
        var prefix = context.Find("azurerm_subnet", configuration.Text("subnet_id"))?.Texts("address_prefixes").FirstOrDefault();
        return prefix is not null && Cidr.TryParse(prefix, out var subnet, out _) && subnet.PrefixLength <= 29
            ? [subnet.Host(instances == 1 ? -2 : 4 + Math.Max(instance, 0)).ToString()]
            : [];
    }
}
