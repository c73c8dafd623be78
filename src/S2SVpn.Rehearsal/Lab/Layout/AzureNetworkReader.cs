using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Lab.Report;
using S2SVpn.Rehearsal.Lab.State;

namespace S2SVpn.Rehearsal.Lab.Layout;

/// <summary>The VNets behind Azure's gateways: subnets with a machine each, their route tables and security groups.</summary>
internal sealed class AzureNetworkReader(TerraformState state, IReadOnlyDictionary<string, IReadOnlyList<string>> groups)
{
    // By their network interfaces. They have subnets of their own, which no route of the VPN is for.
    private readonly Lazy<List<StateResource>> _appliances = new(() => [.. ApplianceMachineNode.InAzure(state).Select(machine => machine.Interface)]);

    // Subnets that can't hold machines.
    private static readonly string[] Reserved = ["GatewaySubnet", "AzureFirewallSubnet", "AzureFirewallManagementSubnet", "AzureBastionSubnet", "RouteServerSubnet"];

    private const string VpnGateway = "VirtualNetworkGateway";

    /// <summary>What a gateway announces: its VNet and those that use it through a peering.</summary>
    public IReadOnlyList<Cidr> Behind(StateResource gateway) => Owners(gateway).Select(each => each.Network).Distinct().ToList();

    /// <summary>The same, with the resource that says each.</summary>
    public IEnumerable<(Cidr Network, string Address)> Owners(StateResource gateway) => Vnets(gateway).SelectMany(vnet => vnet.Networks("address_space").Select(network => (network, vnet.Address)));

    /// <summary>The resources that say so.</summary>
    public IReadOnlyList<string> Resources(StateResource gateway) =>
        [.. Vnets(gateway).Select(vnet => vnet.Address), .. state.OfType("azurerm_virtual_network_peering").Select(peering => peering.Address)];

    /// <summary>Networks that are peered with its VNet and don't use it, and why.</summary>
    public IReadOnlyList<RouteElsewhere> NotBehind(StateResource gateway) => Vnets(gateway).FirstOrDefault() is { } own ? [.. new AzurePeerings(state).WithoutGateway(own)] : [];

    /// <exception cref="LabException">Something is in a subnet of a VNet that Terraform made, and the subnet isn't there.</exception>
    public IEnumerable<MachineNode> Machines(StateResource gateway)
    {
        RequireSubnets();
        var filters = new AzureFilterReader(state);
        foreach (var vnet in Vnets(gateway))
        {
            var subnets = state.OfType("azurerm_subnet").Where(subnet => IsIn(subnet, vnet)).ToList();
            foreach (var subnet in subnets.Where(subnet => !Reserved.Contains(subnet.Text("name")) && subnet.Texts("address_prefixes").Count > 0 && !HoldsAppliance(subnet)))
            {
                yield return Machine(gateway, vnet, subnet, filters);
            }

            // A VNet whose subnets are created elsewhere, with the security group made for them.
            if (subnets.Count == 0 && vnet.Networks("address_space") is [var network, ..])
            {
                var filter = groups.TryGetValue(vnet.Text("name") ?? "", out var group) ? filters.Named(group[0], vnet) : null;
                yield return new MachineNode
                {
                    Cloud = Cloud.Azure,
                    Subnet = vnet.Text("name") ?? vnet.Id,
                    SubnetNetwork = network,
                    Address = network.Host(Math.Min(10, network.Size - 2)),
                    Gateway = gateway.Id,
                    Routes = null,
                    Network = vnet.Id,
                    Filter = filter,
                    IsOurs = filter is not null,
                };
            }
        }
    }

    /// <summary>What the security group of a network interface, or of its subnet, lets in and out; null without one.</summary>
    public MachineFilter? FilterOf(StateResource card) =>
        state.Find("azurerm_subnet", card.Block("ip_configuration")?.Text("subnet_id")) is { } subnet && Vnets(card).FirstOrDefault() is { } vnet
            ? new AzureFilterReader(state).Of(subnet, card, vnet)?.WithInternet()
            : null;

    /// <summary>The routes that a table gives a machine's own subnet.</summary>
    public IReadOnlyList<RouteElsewhere> WaysOf(StateResource card) =>
        state.Find("azurerm_subnet", card.Block("ip_configuration")?.Text("subnet_id")) is { } subnet ? Elsewhere(subnet) : [];

    /// <summary>What comes over the gateway, and a route of its own subnet leads elsewhere; of every connection.</summary>
    public IEnumerable<BlockedPath> LedAway(StateResource gateway) =>
        from subnet in gateway.Blocks("ip_configuration").Select(configuration => state.Find("azurerm_subnet", configuration.Text("subnet_id"))).OfType<StateResource>().DistinctBy(subnet => subnet.Id)
        from route in Elsewhere(subnet)
        where route.Target != "VnetLocal"
        from vnet in Vnets(gateway)
        where vnet.Networks("address_space").Any(network => network.Contains(route.Network))
        select new BlockedPath(vnet.Id, "", FromVpc: false, $"{route.Address} sends {route.Network} from subnet '{subnet.Text("name")}' to {route.Target}") { Within = route.Network, Resources = [.. new[] { route.Address }.Concat(TableResources(subnet)).Append(subnet.Address).Distinct()] };

    private static bool IsIn(StateResource part, StateResource vnet) => AzurePeerings.IsIn(part, vnet);

    private IEnumerable<StateResource> Vnets(StateResource gateway)
    {
        var subnet = gateway.Blocks("ip_configuration").Select(configuration => configuration.Text("subnet_id")).FirstOrDefault(id => id is not null);
        var own = state.OfType("azurerm_virtual_network").FirstOrDefault(vnet => subnet?.StartsWith($"{vnet.Text("id")}/", StringComparison.OrdinalIgnoreCase) == true);
        if (own is null)
        {
            return [];
        }

        // A spoke uses the gateway where it says so, and the gateway's own VNet lets it.
        var spokes = state.OfType("azurerm_virtual_network_peering")
            .Where(peering => peering.Flag("use_remote_gateways") && TerraformState.Same(peering.Text("remote_virtual_network_id"), own.Text("id")))
            .Select(peering => state.OfType("azurerm_virtual_network").FirstOrDefault(vnet =>
                TerraformState.Same(vnet.Text("name"), peering.Text("virtual_network_name"))
                && TerraformState.Same(vnet.Text("resource_group_name"), peering.Text("resource_group_name"))))
            .OfType<StateResource>()
            .Where(spoke => state.OfType("azurerm_virtual_network_peering").Any(peering =>
                peering.Flag("allow_gateway_transit") && IsIn(peering, own) && TerraformState.Same(peering.Text("remote_virtual_network_id"), spoke.Id)));
        return spokes.Prepend(own);
    }

    private MachineNode Machine(StateResource gateway, StateResource vnet, StateResource subnet, AzureFilterReader filters)
    {
        var network = subnet.Networks("address_prefixes")[0];
        var card = state.OfType("azurerm_network_interface")
            .SelectMany(card => card.Blocks("ip_configuration").Select(configuration => (card, configuration)))
            .FirstOrDefault(each => TerraformState.Same(each.configuration.Text("subnet_id"), subnet.Id) && Address(each.card, each.configuration) is not null);
        return new MachineNode
        {
            Cloud = Cloud.Azure,
            Subnet = subnet.Text("name") ?? subnet.Id,
            SubnetNetwork = network,
            Address = card.card is null ? network.Host(Math.Min(10, network.Size - 2)) : Ipv4.Parse(Address(card.card, card.configuration)!),
            Gateway = gateway.Id,
            Routes = Routes(gateway, subnet),
            Elsewhere = [.. Elsewhere(gateway, subnet), .. new AzurePeerings(state).Of(vnet, Vnets(gateway)).Select(route => route with { Wins = !IsAppliance(gateway) })],
            RouteResources =
            [
                subnet.Address,
                .. TableResources(subnet),
                .. IsAppliance(gateway) && TableOf(subnet) is { } own ? state.OfType("azurerm_route").Where(each => TerraformState.Same(each.Text("route_table_name"), own.Text("name"))).Select(each => each.Address) : [],
            ],
            Network = vnet.Id,
            Filter = filters.Of(subnet, card.card, vnet),
            UnfilteredResources = filters.Unfiltered(subnet),
            IsOurs = !subnet.IsExisting,
        };
    }

    private void RequireSubnets()
    {
        var users = state.OfType("azurerm_subnet_network_security_group_association").Concat(state.OfType("azurerm_subnet_route_table_association"))
            .Select(each => (User: each, Subnet: each.Text("subnet_id")))
            .Concat(state.OfType("azurerm_network_interface").SelectMany(card => card.Blocks("ip_configuration").Select(configuration => (User: card, Subnet: configuration.Text("subnet_id")))));
        foreach (var (user, id) in users.Where(each => each.Subnet is not null && state.Find("azurerm_subnet", each.Subnet) is null))
        {
            if (state.OfType("azurerm_virtual_network").Any(vnet => vnet.IsManaged && id!.StartsWith($"{vnet.Id}/", StringComparison.OrdinalIgnoreCase)))
            {
                throw new LabException($"{user} names the subnet {id}, which isn't in Terraform's state (azurerm_subnet).");
            }
        }
    }

    private static string? Address(StateResource card, StateValues configuration) =>
        configuration.Text("private_ip_address") ?? card.Text("private_ip_address");

    private bool HoldsAppliance(StateResource subnet) =>
        _appliances.Value.Exists(card => card.Blocks("ip_configuration").Any(each => TerraformState.Same(each.Text("subnet_id"), subnet.Id)));

    private static bool IsAppliance(StateResource gateway) => gateway.Type == "azurerm_network_interface";

    // Null where the gateway's routes are propagated to the subnet, as they are unless its route table says otherwise; those of an appliance never are.
    private List<Cidr>? Routes(StateResource gateway, StateResource subnet) => TableOf(subnet) is not { } table
        ? IsAppliance(gateway) ? [] : null
        : !IsAppliance(gateway) && table.Flag("bgp_route_propagation_enabled", otherwise: true)
        ? null
        : RoutesOf(table).Where(each => LeadsTo(gateway, each.Route)).Select(each => each.Network).Distinct().ToList();

    // A user-defined route wins over one of the gateway's for the same network (learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview).
    private List<RouteElsewhere> Elsewhere(StateResource gateway, StateResource subnet) => TableOf(subnet) is { } table
        ? [.. RoutesOf(table).Where(each => !LeadsTo(gateway, each.Route)).Select(each => new RouteElsewhere(each.Network, each.Address, each.Route.Text("next_hop_in_ip_address") ?? each.Route.Text("next_hop_type") ?? "nowhere"))]
        : [];

    // What its own subnet's routes lead away concerns a gateway only.
    private List<RouteElsewhere> Elsewhere(StateResource subnet) => TableOf(subnet) is { } table
        ? [.. RoutesOf(table).Where(each => each.Route.Text("next_hop_type") != VpnGateway).Select(each => new RouteElsewhere(each.Network, each.Address, each.Route.Text("next_hop_in_ip_address") ?? each.Route.Text("next_hop_type") ?? "nowhere"))]
        : [];

    private IEnumerable<string> TableResources(StateResource subnet) =>
    [
        .. TableOf(subnet) is { } table ? new[] { table.Address } : [],
        .. state.OfType("azurerm_subnet_route_table_association").Where(each => TerraformState.Same(each.Text("subnet_id"), subnet.Id)).Select(each => each.Address),
    ];

    private StateResource? TableOf(StateResource subnet) => state.Find(
        "azurerm_route_table",
        state.OfType("azurerm_subnet_route_table_association").FirstOrDefault(each => TerraformState.Same(each.Text("subnet_id"), subnet.Id))?.Text("route_table_id"));

    private IEnumerable<(Cidr Network, StateValues Route, string Address)> RoutesOf(StateResource table) => state.OfType("azurerm_route")
        .Where(route => TerraformState.Same(route.Text("route_table_name"), table.Text("name"))
            && TerraformState.Same(route.Text("resource_group_name"), table.Text("resource_group_name")))
        .Select(route => (Route: (StateValues)route, route.Address))
        .Concat(table.Blocks("route").Select(route => (Route: route, table.Address)))
        .Where(each => Cidr.TryParse(each.Route.Text("address_prefix") ?? "", out _, out _))
        .Select(each => (each.Route.Network("address_prefix"), each.Route, each.Address));

    private bool LeadsTo(StateResource gateway, StateValues route) => !IsAppliance(gateway)
        ? route.Text("next_hop_type") == VpnGateway
        : route.Text("next_hop_type") == "VirtualAppliance" && _appliances.Value.SelectMany(card => card.Blocks("ip_configuration").Select(each => Address(card, each))).Contains(route.Text("next_hop_in_ip_address"));
}
