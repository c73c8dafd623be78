using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Lab.State;

namespace S2SVpn.Rehearsal.Lab.Layout;

/// <summary>The network security groups of a machine: its subnet's and its own, with the rules that Azure puts below them.</summary>
internal sealed class AzureFilterReader(TerraformState state)
{
    private static readonly Cidr LoadBalancer = Cidr.Parse("168.63.129.16/32");

    public MachineFilter? Of(StateResource subnet, StateResource? card, StateResource vnet)
    {
        var places = new[] { ("azurerm_subnet_network_security_group_association", "subnet_id", subnet.Id), ("azurerm_network_interface_security_group_association", "network_interface_id", card?.Id) };
        var filters = (
            from place in places
            let association = state.OfType(place.Item1).FirstOrDefault(each => TerraformState.Same(each.Text(place.Item2), place.Item3))
            let @group = state.Find("azurerm_network_security_group", association?.Text("network_security_group_id"))
            where @group is not null
            select Filter(@group, vnet) with { Associations = [association!.Address] }).ToList();
        return filters.Count > 1 ? filters[0] with { Also = filters[1] } : filters.FirstOrDefault();
    }

    /// <summary>A subnet that nothing filters, and the groups that no association puts before anything.</summary>
    public IReadOnlyList<string> Unfiltered(StateResource subnet)
    {
        var used = state.OfType("azurerm_subnet_network_security_group_association").Concat(state.OfType("azurerm_network_interface_security_group_association")).Select(each => each.Text("network_security_group_id")).ToList();
        return [subnet.Address, .. state.OfType("azurerm_network_security_group").Where(group => !used.Exists(id => TerraformState.Same(id, group.Id))).Select(group => group.Address)];
    }

    /// <summary>The network security group of that name beside a VNet, which no subnet uses yet; null for none.</summary>
    public MachineFilter? Named(string name, StateResource vnet) => state.OfType("azurerm_network_security_group").FirstOrDefault(group =>
        TerraformState.Same(group.Text("name"), name)
        && TerraformState.Same(group.Text("resource_group_name"), vnet.Text("resource_group_name"))) is { } group ? Filter(group, vnet) : null;

    private MachineFilter Filter(StateResource group, StateResource vnet)
    {
        var known = Virtual(vnet);
        var rules = state.OfType("azurerm_network_security_rule")
            .Where(rule => TerraformState.Same(rule.Text("network_security_group_name"), group.Text("name"))
                && TerraformState.Same(rule.Text("resource_group_name"), group.Text("resource_group_name")))
            .Concat<StateValues>(group.Blocks("security_rule"))
            .OrderBy(rule => rule.Number("priority") ?? 4096)
            .ToList();
        // These stand below every rule (learn.microsoft.com/azure/virtual-network/network-security-groups-overview#default-security-rules).
        var (inbound, outbound) = (Lines(rules, "Inbound", known).ToLookup(line => line.SourcePorts.Count == 0), Lines(rules, "Outbound", known).ToLookup(line => line.SourcePorts.Count == 0));
        return new MachineFilter(
            group.Address,
            [.. inbound[true], Own("AllowVnetInBound", 65000, known), Own("AllowAzureLoadBalancerInBound", 65001, [LoadBalancer]), Own("DenyAllInBound", 65500, [])],
            [.. outbound[true], Own("AllowVnetOutBound", 65000, known), Own("DenyAllOutBound", 65500, [])])
        {
            InboundBySourcePort = [.. inbound[false]],
            OutboundBySourcePort = [.. outbound[false]],
        };
    }

    private static FilterLine Own(string name, long priority, IReadOnlyList<Cidr> peers) => new(name, priority < 65500, null, peers, [], []) { Priority = priority };

    // A client takes one of its ephemeral ports: 32768 to 60999 in Linux (docs.kernel.org/networking/ip-sysctl.html, ip_local_port_range).
    // What has all of these in one range is about every client.
    private static List<string> SourcePorts(StateValues rule)
    {
        var ports = rule.Texts("source_port_ranges").Append(rule.Text("source_port_range")).OfType<string>().ToList();
        return ports.Exists(range => range == "*" || FilterLine.Ends(range) is ( <= 32768, >= 60999)) ? [] : ports;
    }

    // 'VirtualNetwork' is the VNet, its peerings, all that the gateway knows a way to, and the host
    // (learn.microsoft.com/azure/virtual-network/service-tags-overview).
    private List<Cidr> Virtual(StateResource vnet)
    {
        var peered = state.OfType("azurerm_virtual_network").SelectMany(each => each.Networks("address_space"));
        var told = state.OfType("azurerm_local_network_gateway").SelectMany(each => each.Networks("address_space"));
        var learned = state.OfType("azurerm_local_network_gateway").Any(each => each.Block("bgp_settings") is not null) ? new[] { Cidr.Parse("10.0.0.0/8"), Cidr.Parse("172.16.0.0/12"), Cidr.Parse("192.168.0.0/16"), Cidr.Parse("100.64.0.0/10") } : [];
        // The other side's networks as NAT rules make them.
        var translated = state.OfType("azurerm_virtual_network_gateway_nat_rule").Where(rule => rule.Text("mode") == "IngressSnat")
            .SelectMany(rule => rule.Blocks("external_mapping")).Select(mapping => mapping.Network("address_space"));
        return vnet.Networks("address_space").Concat(peered).Concat(told).Concat(translated).Concat(learned).Append(LoadBalancer).Distinct().ToList();
    }

    private static IEnumerable<FilterLine> Lines(IEnumerable<StateValues> rules, string direction, IReadOnlyList<Cidr> known) => rules
        .Where(rule => rule.Text("direction") == direction)
        .Select(rule =>
        {
            var (peer, own) = direction == "Inbound" ? ("source", "destination") : ("destination", "source");
            return new FilterLine(
                rule.Text("name") ?? "",
                rule.Text("access") == "Allow",
                rule.Text("protocol")?.ToLowerInvariant() is "tcp" or "udp" or "icmp" ? rule.Text("protocol")!.ToLowerInvariant() : null,
                Prefixes(rule, peer, known),
                Prefixes(rule, own, known),
                Ports(rule))
            {
                Address = (rule as StateResource)?.Address,
                Priority = rule.Number("priority"),
                SourcePorts = SourcePorts(rule),
            };
        });

    private static List<Cidr> Prefixes(StateValues rule, string end, IReadOnlyList<Cidr> known) =>
        rule.Texts($"{end}_address_prefixes").Append(rule.Text($"{end}_address_prefix")).OfType<string>()
            .SelectMany(prefix => prefix switch
            {
                "*" or "Any" or "Internet" => [],
                "VirtualNetwork" => known,
                "AzureLoadBalancer" => [LoadBalancer],
                _ when Cidr.TryParse(prefix, out var network, out _) => [network],
                _ when Ipv4.TryParse(prefix, out var address, out _) => [new Cidr(address, 32)],
                _ => (IEnumerable<Cidr>)[LoadBalancer],
            })
            .ToList();

    private static List<string> Ports(StateValues rule)
    {
        var ports = rule.Texts("destination_port_ranges").Append(rule.Text("destination_port_range")).OfType<string>().ToList();
        return ports.Contains("*") ? [] : ports;
    }
}
