using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Lab.Report;
using S2SVpn.Rehearsal.Lab.State;

namespace S2SVpn.Rehearsal.Lab.Layout;

/// <summary>What Azure's resources say, and nothing else: gateways, the connections of each of their instances, and machines.</summary>
internal sealed class AzureReader(TerraformState state, IReadOnlyDictionary<string, IReadOnlyList<string>> groups)
{
    // What a connection without a policy of its own takes (learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpn-devices).
    private static readonly IkeOffer Default = new()
    {
        Versions = [2],
        IkeEncryption = ["AES256", "AES128"],
        IkeIntegrity = ["SHA1", "SHA256"],
        IkeGroups = ["DHGroup2"],
        EspEncryption = ["GCMAES256", "AES256", "AES128"],
        EspIntegrity = ["SHA256", "SHA1"],
        PfsGroups = [],
        IkeLifetimeSeconds = 28800,
        EspLifetimeSeconds = 27000,
    };

    private static readonly string[] CustomAddresses = ["primary", "secondary"];

    private readonly AzureNetworkReader _networks = new(state, groups);

    private ApplianceReader Appliances => ApplianceReader.InAzure(state, _networks);

    public IEnumerable<GatewayNode> Gateways() => Managed().Concat(Appliances.Gateways());

    private IEnumerable<GatewayNode> Managed() => Used().Select(gateway => new GatewayNode
    {
        Cloud = Cloud.Azure,
        Id = gateway.Id,
        Name = gateway.Text("name") ?? gateway.Id,
        Address = gateway.Address,
        Asn = Asn(gateway),
        Networks = _networks.Behind(gateway),
        NetworkResources = _networks.Resources(gateway),
        NetworkOwners = [.. _networks.Owners(gateway)],
        NotBehind = _networks.NotBehind(gateway),
        Multipath = true,
        Translations = Translations(gateway).ToList(),
        BlockedPaths = [.. from away in _networks.LedAway(gateway)
            from connection in Connections()
            where TerraformState.Same(connection.Text("virtual_network_gateway_id"), gateway.Id)
            select away with { Connection = connection.Address }],
    });

    public IEnumerable<LabTunnelEnd> Ends() =>
        (from connection in Connections()
         let gateway = Gateway(connection)
         from instance in AzureInstance.Of(state, gateway)
         select End(connection, gateway, instance)).Concat(Appliances.Ends());

    public IEnumerable<MachineNode> Machines() => Used().SelectMany(_networks.Machines).Concat(Appliances.Machines());

    private IEnumerable<StateResource> Connections() => state.OfType("azurerm_virtual_network_gateway_connection")
        .Where(connection => string.Equals(connection.Text("type"), "IPsec", StringComparison.OrdinalIgnoreCase));

    private IEnumerable<StateResource> Used() => Connections().Select(Gateway).DistinctBy(gateway => gateway.Id, StringComparer.OrdinalIgnoreCase);

    private StateResource Gateway(StateResource connection)
    {
        var gateway = state.Find("azurerm_virtual_network_gateway", connection.Required("virtual_network_gateway_id"))
            ?? throw new LabException($"{connection} stands on {connection.Text("virtual_network_gateway_id")}, which isn't in Terraform's state (azurerm_virtual_network_gateway).");
        return gateway.Text("type") == "ExpressRoute" ? throw new LabException($"{gateway} is of the type ExpressRoute, which takes no VPN connections.") : gateway;
    }

    private static long Asn(StateResource gateway) => gateway.Block("bgp_settings")?.Number("asn") ?? 65515;

    private LabTunnelEnd End(StateResource connection, StateResource gateway, AzureInstance instance)
    {
        var peer = state.Find("azurerm_local_network_gateway", connection.Text("local_network_gateway_id"))
            ?? throw new LabException($"{connection} leads to the local network gateway {connection.Text("local_network_gateway_id")}, which isn't in Terraform's state (azurerm_local_network_gateway).");
        if (connection.Flag("local_azure_ip_address_enabled"))
        {
            throw new LabException($"{connection} ends on the gateway's private address (local_azure_ip_address_enabled), which AWS does not reach over the Internet: {peer} is a public address.");
        }

        if (peer.Text("gateway_fqdn") is { } name)
        {
            throw new LabException($"{peer} has its peer by the name {name} (gateway_fqdn), which no lab can resolve. Write the address (gateway_address).");
        }

        var bgp = connection.Flag("enable_bgp") || connection.Flag("bgp_enabled");
        var policies = connection.Blocks("traffic_selector_policy");
        var narrow = policies.Count == 0 && connection.Flag("use_policy_based_traffic_selectors");
        return new LabTunnelEnd
        {
            Cloud = Cloud.Azure,
            Address = connection.Address,
            PeerAddress = peer.Address,
            OutsideAddress = instance.Address,
            Connection = connection.Text("name") ?? connection.Id,
            Number = instance.Index,
            Gateway = gateway.Id,
            Outside = instance.PublicIp,
            PeerOutside = peer.Ip("gateway_address"),
            Key = connection.Required("shared_key"),
            Offer = Offer(connection),
            Starts = connection.Text("connection_mode") != "ResponderOnly",
            // Without selectors of its own, a policy-based connection takes the networks of both sides.
            LocalSelectors = narrow ? _networks.Behind(gateway) : Selectors(policies, "local_address_cidrs"),
            RemoteSelectors = narrow ? peer.Networks("address_space") : Selectors(policies, "remote_address_cidrs"),
            Bgp = bgp && peer.Block("bgp_settings") is { } speaker ? Speaker(connection, gateway, instance, speaker) : null,
            StaticRoutes = bgp ? [] : peer.Networks("address_space"),
            BesideBgp = bgp && peer.Block("bgp_settings")?.Text("bgp_peering_address") is { } own ? [.. peer.Networks("address_space").Where(network => $"{network}" != $"{own}/32")] : [],
            ConnectionWeight = connection.Number("routing_weight") ?? 0,
            PeerWeight = bgp ? peer.Block("bgp_settings")?.Number("peer_weight") ?? 0 : 0,
            Zones = instance.Zones,
            ReplayProtection = gateway.Flag("ip_sec_replay_protection_enabled", otherwise: true),
            DpdSeconds = (int)(connection.Number("dpd_timeout_seconds") ?? 45),
        };
    }

    private static BgpEnd Speaker(StateResource connection, StateResource gateway, AzureInstance instance, StateValues speaker)
    {
        var peer = speaker.Ip("bgp_peering_address");
        var custom = connection.Block("custom_bgp_addresses");
        // Azure finds the instance of each by its address, whichever of the two it is
        // (github.com/hashicorp/terraform-provider-azurerm, internal/services/network/virtual_network_gateway_connection_resource.go).
        var given = CustomAddresses.Where(name => custom?.Text(name) is not null).FirstOrDefault(name => instance.Has(custom!.Ip(name)))
            ?? (custom?.Text(CustomAddresses[instance.Index]) is null ? null : CustomAddresses[instance.Index]);
        return new BgpEnd
        {
            Address = given is null ? instance.SpeakerTo(peer) : custom!.Ip(given),
            Asn = Asn(gateway),
            Peer = peer,
            PeerAsn = speaker.Number("asn") ?? 0,
            HoldSeconds = 180,
            IsNamed = given is not null,
        };
    }

    private static List<Cidr> Selectors(IReadOnlyList<StateValues> policies, string name) =>
        policies.Count == 0 ? [Cidr.Any] : policies.SelectMany(policy => policy.Networks(name)).Distinct().ToList();

    private static IkeOffer Offer(StateResource connection)
    {
        var version = string.Equals(connection.Text("connection_protocol"), "IKEv1", StringComparison.OrdinalIgnoreCase) ? 1 : 2;
        return connection.Block("ipsec_policy") is not { } policy ? Default with { Versions = [version] } : new IkeOffer
        {
            Versions = [version],
            IkeEncryption = [policy.Required("ike_encryption")],
            IkeIntegrity = [policy.Required("ike_integrity")],
            IkeGroups = [policy.Required("dh_group")],
            EspEncryption = [policy.Required("ipsec_encryption")],
            EspIntegrity = [policy.Required("ipsec_integrity")],
            PfsGroups = policy.Text("pfs_group") is { } group && group != "None" ? [group] : [],
            IkeLifetimeSeconds = 28800,
            EspLifetimeSeconds = policy.Number("sa_lifetime") ?? 27000,
            EspKilobytes = policy.Number("sa_datasize"),
        };
    }

    private IEnumerable<NatRule> Translations(StateResource gateway) =>
        from rule in state.OfType("azurerm_virtual_network_gateway_nat_rule")
        where TerraformState.Same(rule.Text("virtual_network_gateway_id"), gateway.Id)
        let outgoing = rule.Text("mode") != "IngressSnat"
        from pair in rule.Blocks("internal_mapping").Zip(rule.Blocks("external_mapping"))
        select new NatRule(
            rule.Text("name") ?? rule.Id,
            rule.Id,
            outgoing,
            rule.Text("type") != "Dynamic",
            pair.First.Network("address_space"),
            pair.Second.Network("address_space"),
            Connections()
                .Where(connection => connection.Texts(outgoing ? "egress_nat_rule_ids" : "ingress_nat_rule_ids").Any(id => TerraformState.Same(id, rule.Id)))
                .Select(connection => connection.Text("name") ?? connection.Id)
                .ToList())
        { Address = rule.Address, Ports = pair.First.Text("port_range") ?? pair.Second.Text("port_range") };
}
