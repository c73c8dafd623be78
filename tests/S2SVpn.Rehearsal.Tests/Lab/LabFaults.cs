using System.Text.Json.Nodes;

namespace S2SVpn.Rehearsal.Tests.Lab;

/// <summary>The table of faults. Each is put into what Terraform recorded, never into the lab.</summary>
internal static class LabFaults
{
    private const string Connection = "azurerm_virtual_network_gateway_connection";
    private const string Peer = "azurerm_local_network_gateway";

    public static IReadOnlyList<LabFault> All { get; } =
    [
        new("key of one tunnel wrong", state => state.Set(Connection, "connection-1-1", "shared_key", "anotherKeyThanThatOfTheOtherEnd1"),
            "tunnels", ["1.1"], "The pre-shared keys of the two ends differ.", "MAC mismatched", "links[0].keys"),
        new("keys of two tunnels swapped", Swapped,
            "tunnels", ["1.1", "1.2"], "keys are swapped", "the shared_key of tunnel", "MAC mismatched"),
        new("IKE encryption", state => state.Set(Connection, "connection-1-2", "ipsec_policy", "ike_encryption", "AES128"),
            "tunnels", ["1.2"], "no encryption for IKE in common", "AES256", "AES128", "received proposals unacceptable", "links[0].crypto.ike.encryption"),
        new("IKE integrity", state => state.Set(Connection, "connection-2-1", "ipsec_policy", "ike_integrity", "SHA256"),
            "tunnels", ["2.1"], "no integrity for IKE in common", "SHA2-384", "SHA256"),
        new("IKE group", state => state.Set(Connection, "connection-2-2", "ipsec_policy", "dh_group", "DHGroup14"),
            "tunnels", ["2.2"], "no Diffie-Hellman group for IKE in common", "20", "DHGroup14"),
        new("ESP encryption", state => state.Set(Connection, "connection-1-1", "ipsec_policy", "ipsec_encryption", "GCMAES128").Set(Connection, "connection-1-1", "ipsec_policy", "ipsec_integrity", "GCMAES128"),
            "tunnels", ["1.1"], "no encryption for ESP in common", "AES256-GCM-16", "GCMAES128", "no acceptable proposal found"),
        new("PFS group", state => state.Set(Connection, "connection-1-1", "ipsec_policy", "pfs_group", "ECP256"),
            "rekeying", ["1.1"], "perfect forward secrecy differ", "PFS group 20", "PFS group ECP256", "no acceptable proposal found", "links[0].crypto.esp.pfsGroup"),
        new("IKE version", state => state.Set(Connection, "connection-1-1", "connection_protocol", "IKEv1"),
            "tunnels", ["1.1"], "different versions of IKE", "IKEv2", "IKEv1", "no IKE config found"),
        new("customer gateway of the other instance", state => state.Set("aws_customer_gateway", "azure-0", "ip_address", state["aws_customer_gateway", "azure-1"]["ip_address"]!.DeepClone()),
            "tunnels", ["1.1", "1.2"], "customer gateway does not have the address of Azure's instance 0"),
        new("customer gateway of nobody", state => state.Set("aws_customer_gateway", "azure-1", "ip_address", "203.0.113.9"),
            "tunnels", ["2.1", "2.2"], "customer gateway does not have the address of Azure's instance 1", "203.0.113.9"),
        new("local network gateway of another tunnel", state => state.Set(Peer, "connection-1-1", "gateway_address", state[Peer, "connection-1-2"]["gateway_address"]!.DeepClone()),
            "tunnels", ["1.1", "1.2"], "local network gateway points at a different address", "Two Azure connections point at the address"),
        new("local network gateway of nobody", state => state.Set(Peer, "connection-2-2", "gateway_address", "203.0.113.7"),
            "tunnels", ["2.2"], "local network gateway points at a different address", "203.0.113.7", "NO_PROPOSAL_CHOSEN"),
        new("inside addresses swapped", state => state.Set(Connection, "connection-1-1", "custom_bgp_addresses", "primary", "169.254.21.1").Set(Peer, "connection-1-1", "bgp_settings", "bgp_peering_address", "169.254.21.2"),
            "bgp", ["1.1"], "addresses inside the tunnel do not match", "is 169.254.21.1, expects 169.254.21.2", "is 169.254.21.1, expects 169.254.21.2"),
        new("inside addresses crossed", Crossed,
            "bgp", ["1.1", "1.2"], "addresses inside the tunnel do not match"),
        new("ASN of the Azure gateway", state => state.Set("aws_customer_gateway", "azure-0", "bgp_asn", "65010"),
            "bgp", ["1.1", "1.2"], "customer gateway has a different ASN", "expects AS 65010", "is AS 65515", "Bad peer AS", "azure.azure.gateway.asn"),
        new("ASN of the AWS gateway", state => state.Set(Peer, "connection-2-1", "bgp_settings", "asn", 64999),
            "bgp", ["2.1"], "local network gateway has a different ASN", "is AS 64512", "expects AS 64999", "aws.aws.gateway.asn"),
        new("custom BGP addresses missing", state => state.Set(Connection, "connection-1-2", "custom_bgp_addresses", new JsonArray()),
            "bgp", ["1.2"], "has no custom_bgp_addresses", "expects 169.254.22.2", "uses 169.254.21.2"),
        new("nobody starts", state => state.Set(Connection, "connection-1-1", "connection_mode", "ResponderOnly").Set("aws_vpn_connection", "connection-1", "tunnel1_startup_action", "add"),
            "tunnels", ["1.1"], "Neither end starts", "startup_action is add", "ResponderOnly", "links[0].tunnels.startup"),
        new("narrow traffic selectors", Narrow,
            "bgp", ["1.1"], "do not cover the addresses of the BGP speakers", "links[0].selectors"),
        new("no route in AWS", state => state.Remove("aws_vpn_gateway_route_propagation"),
            "machines", ["10.1.0.10", "10.2.0.10"], "route table of subnet 'shop-dev-app' in AWS has no route"),
        new("no route in Azure", Unpropagated,
            "machines", ["10.1.0.10", "10.2.0.10"], "route table of subnet 'app' in Azure does not accept the gateway's routes"),
        new("no static route on the VPN connection", state => state.Remove("aws_vpn_connection_route", "connection-2"),
            "routes", ["2.1 to AWS", "2.2 to AWS"], "has no static route for 10.1.0.0/16", "links[0].prefixes") { Static = true },
        new("no network of AWS in the local network gateway", state => state.Set(Peer, "connection-1-1", "address_space", new JsonArray()),
            "routes", ["1.1 to Azure"], "lacks 10.2.0.0/16 in its address_space") { Static = true },
        new("security group without Azure's range", state => state.Set("aws_vpc_security_group_ingress_rule", "in-tcp-443", "cidr_ipv4", "10.9.0.0/16"),
            "access", ["10.1.0.10 to 10.2.0.", "10.1.0.4 to 10.2.0.10 tcp 443", "10.1.0.254 to 10.2.0.10 tcp 443"], "security group in AWS blocks it on the way in", "for 10.1.0.10", "access[0]"),
        new("network security group without AWS's range", state => state.Set("azurerm_network_security_rule", "access-1-tcp-out", "destination_address_prefixes", new JsonArray("10.9.0.0/16")),
            "access", ["10.1.0.10 to 10.2.0.", "10.1.0.4 to 10.2.0.10 tcp 443", "10.1.0.254 to 10.2.0.10 tcp 443"], "network security group in Azure blocks it on the way out", "'nothing-else-out' denies it", "access[0]"),
        new("network security group for half of AWS's range", state => state.Set("azurerm_network_security_rule", "access-1-tcp-out", "destination_address_prefixes", new JsonArray("10.2.0.0/25")),
            "access", ["10.1.0.10 to 10.2.0.254 tcp 443"], "network security group in Azure blocks it on the way out", "10.2.0.254"),
        new("network security group too wide behind a security group", state => state.Set("azurerm_network_security_rule", "access-1-tcp-out", "protocol", "*").Set("azurerm_network_security_rule", "access-1-tcp-out", "destination_port_ranges", new JsonArray("*")),
            "access", ["10.1.0.10 to 10.2.0.10 "], "the network security group in Azure allows it out", "access-1-tcp-out", "Only the other cloud's filter blocks it"),
        new("no association of the network security group", state => state.Remove("azurerm_subnet_network_security_group_association"),
            "access", ["10.1.0.10 to 10.2.0.10 ", "10.2.0.10 to 10.1.0.10 "], "no filter protects it"),
        new("port missing in AWS", state => state.Set("aws_vpc_security_group_ingress_rule", "in-tcp-443", "from_port", 8443).Set("aws_vpc_security_group_ingress_rule", "in-tcp-443", "to_port", 8443),
            "access", ["10.1.0."], "allows tcp 443 for 10.1.0.10", "lists the address, but not that"),
        new("security group open to all", state => state.Set("aws_vpc_security_group_ingress_rule", "in-tcp-443", "ip_protocol", "-1")
                .Set("azurerm_network_security_rule", "access-1-tcp-out", "protocol", "*").Set("azurerm_network_security_rule", "access-1-tcp-out", "destination_port_ranges", new JsonArray("*")),
            "access", ["10.1.0.10 to 10.2.0.10 tcp 22", "10.1.0.10 to 10.2.0.10 tcp 3389", "10.1.0.10 to 10.2.0.10 tcp 8080", "10.1.0.10 to 10.2.0.10 udp"], "No entry of 'access' lists it, but both filters allow it"),
        new("network security group for half of a network beyond every subnet", state => state.Set("azurerm_network_security_rule", "access-1-tcp-out", "destination_address_prefixes", new JsonArray("10.2.0.0/17")),
            "filters", ["10.1.0.10 out"], "network security group in Azure blocks it on the way out", "access-1-tcp-out", "access[0]"),
        new("network security group for twice a network", state => state.Set("azurerm_network_security_rule", "access-1-tcp-out", "destination_address_prefixes", new JsonArray("10.2.0.0/15")),
            "filters", ["10.1.0.10 out"], "No entry of 'access' lists it, but the network security group in Azure allows it out", "access-1-tcp-out"),
        new("security group for twice a network", state => state.Set("aws_vpc_security_group_ingress_rule", "in-tcp-443", "cidr_ipv4", "10.0.0.0/15"),
            "filters", ["10.2.0.10 in"], "No entry of 'access' lists it, but the security group in AWS allows it in", "in-tcp-443"),
        new("customer gateway with a certificate", state => state.Set("aws_customer_gateway", "azure-0", "certificate_arn", "arn:aws:acm:eu-central-1:000000000000:certificate/1"),
            "tunnels", ["1.1", "1.2"], "customer gateway has a certificate", "authenticates by shared_key", "links[0].keys"),
        new("a route of the gateway's own subnet to nowhere", state => GatewaySubnetRouted(state, "10.1.0.0/16"),
            "machines", ["10.1.0.10", "10.2.0.10"], "The Azure gateway does not reach the machines of its network", "azurerm_route_table.gateway sends 10.1.0.0/16 from subnet 'GatewaySubnet' to None"),
        new("names of the gateway's configurations swapped", SwappedNames,
            "bgp", ["1.1", "1.2", "2.1", "2.2"], "addresses inside the tunnel do not match"),
        new("a route of AWS's own that is longer", state => state.Add("aws_route", "elsewhere", new JsonObject { ["id"] = "r-1", ["route_table_id"] = state["aws_route_table"]["id"]!.DeepClone(), ["destination_cidr_block"] = "10.1.0.0/17", ["network_interface_id"] = "eni-1" }),
            "machines", ["10.1.0.10", "10.2.0.10"], "aws_route.elsewhere sends 10.1.0.0/17 from subnet 'shop-dev-app' to eni-1"),
        new("the other side's network within the VNet's own", state => state["azurerm_virtual_network"]["address_space"] = new JsonArray("10.1.0.0/16", "10.2.0.0/17"),
            "machines", ["10.1.0.10", "10.2.0.10"], "has 10.2.0.0/17, and 10.2.0.10 of the other side is in it", "stays in the VNet"),
        new("a network security group of the machine's own beside its subnet's", OwnGroup,
            "access", ["10.1.0."], "in azurerm_network_security_group.own, 'nothing-to-aws' (priority 200) denies it before 'AllowVnetOutBound' (priority 65000) would allow it"),
        new("network security group for one source port", state => state.Set("azurerm_network_security_rule", "access-1-tcp-out", "source_port_range", "443"),
            "access", ["10.1.0.10 to 10.2.0.", "10.1.0.4 to 10.2.0.10 tcp 443", "10.1.0.254 to 10.2.0.10 tcp 443"], "'access-1-tcp-out' of", "only from source port 443", "access[0]"),
        .. LabWeaknesses.All,
        .. new[] { "Internet", "None", "VirtualAppliance" }.Select(hop => new LabFault($"a route of Azure's own to {hop}", state => Led(state, "10.2.0.0/16", hop),
            "machines", ["10.1.0.10", "10.2.0.10"], "azurerm_route_table.elsewhere sends 10.2.0.0/16 from subnet 'app'")),
    ];

    // A shorter route than the gateway's changes nothing, a longer or an equal one does.
    private static void Led(StateEdits state, string network, string hop) => state
        .Add("azurerm_route_table", "elsewhere", new JsonObject
        {
            ["id"] = "/rt",
            ["name"] = "elsewhere",
            ["bgp_route_propagation_enabled"] = true,
            ["route"] = new JsonArray(
                new JsonObject { ["name"] = "all", ["address_prefix"] = "0.0.0.0/0", ["next_hop_type"] = "Internet" },
                new JsonObject { ["name"] = "partner", ["address_prefix"] = network, ["next_hop_type"] = hop, ["next_hop_in_ip_address"] = hop == "VirtualAppliance" ? "10.1.0.99" : "" }),
        })
        .Add("azurerm_subnet_route_table_association", "elsewhere", new JsonObject { ["id"] = "/a", ["subnet_id"] = state["azurerm_subnet", "subnet-app"]["id"]!.DeepClone(), ["route_table_id"] = "/rt" });

    private static void OwnGroup(StateEdits state) => state
        .Add("azurerm_network_security_group", "own", new JsonObject
        {
            ["id"] = "/nsg",
            ["name"] = "own",
            ["resource_group_name"] = "rg",
            ["security_rule"] = new JsonArray(new JsonObject
            {
                ["name"] = "nothing-to-aws",
                ["priority"] = 200,
                ["direction"] = "Outbound",
                ["access"] = "Deny",
                ["protocol"] = "*",
                ["source_port_range"] = "*",
                ["destination_port_range"] = "*",
                ["source_address_prefix"] = "*",
                ["destination_address_prefix"] = "10.2.0.0/16",
            }),
        })
        .Add("azurerm_network_interface", "own", new JsonObject
        {
            ["id"] = "/nic",
            ["name"] = "own",
            ["ip_configuration"] = new JsonArray(new JsonObject { ["subnet_id"] = state["azurerm_subnet", "subnet-app"]["id"]!.DeepClone(), ["private_ip_address"] = "10.1.0.10" }),
        })
        .Add("azurerm_network_interface_security_group_association", "own", new JsonObject { ["id"] = "/nic|/nsg", ["network_interface_id"] = "/nic", ["network_security_group_id"] = "/nsg" });

    private static void GatewaySubnetRouted(StateEdits state, string network) => state
        .Add("azurerm_route_table", "gateway", new JsonObject
        {
            ["id"] = "/gateway-rt",
            ["name"] = "gateway",
            ["bgp_route_propagation_enabled"] = true,
            ["route"] = new JsonArray(new JsonObject { ["name"] = "own", ["address_prefix"] = network, ["next_hop_type"] = "None", ["next_hop_in_ip_address"] = "" }),
        })
        .Add("azurerm_subnet_route_table_association", "gateway", new JsonObject { ["id"] = "/gateway-a", ["subnet_id"] = state["azurerm_subnet", "subnet-GatewaySubnet"]["id"]!.DeepClone(), ["route_table_id"] = "/gateway-rt" });

    private static void SwappedNames(StateEdits state)
    {
        var speakers = state["azurerm_virtual_network_gateway"]["bgp_settings"]![0]!["peering_addresses"]!.AsArray();
        var first = speakers[0]!["ip_configuration_name"]!.DeepClone();
        speakers[0]!["ip_configuration_name"] = speakers[1]!["ip_configuration_name"]!.DeepClone();
        speakers[1]!["ip_configuration_name"] = first;
    }

    /// <summary>The starter without BGP, as a request for static routes would have made it.</summary>
    public static StateEdits Static(StateEdits state)
    {
        foreach (var connection in state.All("aws_vpn_connection"))
        {
            connection["static_routes_only"] = true;
        }

        foreach (var connection in state.All(Connection))
        {
            (connection["enable_bgp"], connection["bgp_enabled"]) = (false, false);
        }

        foreach (var peer in state.All(Peer))
        {
            (peer["bgp_settings"], peer["address_space"]) = (new JsonArray(), new JsonArray("10.2.0.0/16"));
        }

        foreach (var part in new[] { "connection-1", "connection-2" })
        {
            state.Add("aws_vpn_connection_route", part, new JsonObject
            {
                ["id"] = part,
                ["vpn_connection_id"] = state["aws_vpn_connection", part]["id"]!.DeepClone(),
                ["destination_cidr_block"] = "10.1.0.0/16",
            });
        }

        return state;
    }

    private static void Swapped(StateEdits state)
    {
        var (one, two) = (state[Connection, "connection-1-1"], state[Connection, "connection-1-2"]);
        (one["shared_key"], two["shared_key"]) = (two["shared_key"]!.DeepClone(), one["shared_key"]!.DeepClone());
    }

    private static void Crossed(StateEdits state) => state
        .Set(Connection, "connection-1-1", "custom_bgp_addresses", "primary", "169.254.22.2").Set(Peer, "connection-1-1", "bgp_settings", "bgp_peering_address", "169.254.22.1")
        .Set(Connection, "connection-1-2", "custom_bgp_addresses", "primary", "169.254.21.2").Set(Peer, "connection-1-2", "bgp_settings", "bgp_peering_address", "169.254.21.1");

    private static void Narrow(StateEdits state) => state.Set(Connection, "connection-1-1", "traffic_selector_policy", new JsonArray(new JsonObject
    {
        ["local_address_cidrs"] = new JsonArray("10.1.0.0/16"),
        ["remote_address_cidrs"] = new JsonArray("10.2.0.0/16"),
    }));

    private static void Unpropagated(StateEdits state)
    {
        var subnet = state["azurerm_subnet", "subnet-app"];
        state.Add("azurerm_route_table", "app", new JsonObject
        {
            ["id"] = "/routeTables/app",
            ["name"] = "app",
            ["resource_group_name"] = subnet["resource_group_name"]!.DeepClone(),
            ["bgp_route_propagation_enabled"] = false,
        });
        state.Add("azurerm_subnet_route_table_association", "app", new JsonObject { ["subnet_id"] = subnet["id"]!.DeepClone(), ["route_table_id"] = "/routeTables/app" });
    }
}
