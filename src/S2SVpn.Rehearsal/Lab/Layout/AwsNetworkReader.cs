using System.Globalization;
using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Lab.Report;
using S2SVpn.Rehearsal.Lab.State;

namespace S2SVpn.Rehearsal.Lab.Layout;

/// <summary>The VPCs behind AWS's gateways: subnets with a machine each, the route tables and the security groups.</summary>
internal sealed class AwsNetworkReader(TerraformState state, IReadOnlyDictionary<string, IReadOnlyList<string>> groups)
{
    private static readonly string[] Targets =
        ["gateway_id", "transit_gateway_id", "nat_gateway_id", "network_interface_id", "vpc_endpoint_id", "vpc_peering_connection_id", "egress_only_gateway_id", "local_gateway_id", "carrier_gateway_id", "core_network_arn"];

    private const long AllTypes = -1;
    private const long EchoRequest = 8;

    private const string Card = "aws_network_interface";
    private const string IngressRule = "aws_vpc_security_group_ingress_rule";
    private const string EgressRule = "aws_vpc_security_group_egress_rule";

    // By their network interfaces; the machine of a subnet is another.
    private readonly Lazy<HashSet<string>> _appliances = new(() => [.. ApplianceMachineNode.InAws(state).Select(machine => machine.Interface.Id)]);

    private readonly AwsSubnetGroups _groups = new(state, groups);

    /// <summary>What a gateway announces.</summary>
    public IReadOnlyList<Cidr> Behind(StateResource gateway) => Owners(gateway).Select(each => each.Network).Distinct().ToList();

    /// <summary>The same, with the resource that says each.</summary>
    public IEnumerable<(Cidr Network, string Address)> Owners(StateResource gateway) => Vpcs(gateway).SelectMany(Networks);

    /// <summary>The resources that say what a gateway announces.</summary>
    public IReadOnlyList<string> Resources(StateResource gateway)
    {
        var vpcs = Vpcs(gateway).ToList();
        return
        [
            .. vpcs.Select(vpc => vpc.Address),
            .. state.OfType("aws_vpn_gateway_attachment").Where(each => each.Text("vpn_gateway_id") == gateway.Id).Select(each => each.Address),
            .. state.OfType("aws_ec2_transit_gateway_vpc_attachment").Where(each => each.Text("transit_gateway_id") == gateway.Id).Select(each => each.Address),
            .. state.OfType("aws_vpc_ipv4_cidr_block_association").Where(each => vpcs.Exists(vpc => vpc.Id == each.Text("vpc_id"))).Select(each => each.Address),
        ];
    }

    /// <exception cref="LabException">Terraform made a subnet of a VPC that isn't there.</exception>
    public IEnumerable<MachineNode> Machines(StateResource gateway)
    {
        if (state.OfType("aws_subnet").FirstOrDefault(subnet => subnet.IsManaged && state.Find("aws_vpc", subnet.Text("vpc_id")) is null) is { } lost)
        {
            throw new LabException($"{lost} is in the VPC {lost.Text("vpc_id")}, which isn't in Terraform's state (aws_vpc).");
        }

        return from vpc in Vpcs(gateway)
               from subnet in state.OfType("aws_subnet")
               where subnet.Text("vpc_id") == vpc.Id && subnet.Text("cidr_block") is not null
               select Machine(gateway, subnet);
    }

    private IEnumerable<StateResource> Vpcs(StateResource gateway)
    {
        var ids = new List<string?> { gateway.Type == "aws_vpn_gateway" ? gateway.Text("vpc_id") : null };
        ids.AddRange(state.OfType("aws_vpn_gateway_attachment").Where(each => each.Text("vpn_gateway_id") == gateway.Id).Select(each => each.Text("vpc_id")));
        ids.AddRange(state.OfType("aws_ec2_transit_gateway_vpc_attachment").Where(each => each.Text("transit_gateway_id") == gateway.Id).Select(each => each.Text("vpc_id")));
        ids.Add(gateway.Type == Card ? state.Find("aws_subnet", gateway.Text("subnet_id"))?.Text("vpc_id") : null);
        return ids.OfType<string>().Distinct().Select(id => state.Find("aws_vpc", id)).OfType<StateResource>();
    }

    private IEnumerable<(Cidr Network, string Address)> Networks(StateResource vpc) => state.OfType("aws_vpc_ipv4_cidr_block_association")
        .Where(more => more.Text("vpc_id") == vpc.Id)
        .Prepend(vpc)
        .Select(each => (each.Network("cidr_block"), each.Address));

    private MachineNode Machine(StateResource gateway, StateResource subnet)
    {
        var network = subnet.Network("cidr_block");
        var name = subnet.Entry("tags", "Name") ?? subnet.Id;
        var instance = state.OfType("aws_instance").FirstOrDefault(each => each.Text("subnet_id") == subnet.Id && each.Text("private_ip") is not null && !_appliances.Value.Contains(each.Block("primary_network_interface")?.Text("network_interface_id") ?? ""));
        var attachedGroupIds = instance?.Texts("vpc_security_group_ids")
            ?? _groups.Of(subnet);
        return new MachineNode
        {
            Cloud = Cloud.Aws,
            Subnet = name,
            SubnetNetwork = network,
            Address = instance is null ? network.Host(Math.Min(10, network.Size - 2)) : instance.Ip("private_ip"),
            Gateway = gateway.Id,
            Routes = Routes(gateway, subnet),
            Elsewhere = Elsewhere(gateway, subnet),
            RouteResources = RouteResources(subnet),
            HasMainTable = AssociationOf(subnet) is null,
            Network = subnet.Text("vpc_id") ?? "",
            Filter = attachedGroupIds.Count > 0 ? Filter(attachedGroupIds, _groups.Named(subnet).Intersect(attachedGroupIds).ToList()) : instance is null ? null : OfDefaultGroup(instance),
            IsOurs = !subnet.IsExisting,
        };
    }

    // Null where the gateway's own routes are propagated to the subnet's table.
    private List<Cidr>? Routes(StateResource gateway, StateResource subnet)
    {
        var id = TableOf(subnet);
        var table = state.Find("aws_route_table", id);
        var propagated = state.OfType("aws_vpn_gateway_route_propagation").Any(each => each.Text("route_table_id") == id && each.Text("vpn_gateway_id") == gateway.Id)
            || table?.Texts("propagating_vgws").Contains(gateway.Id) == true;
        if (propagated)
        {
            return null;
        }

        var own = state.OfType("aws_route").Where(route => route.Text("route_table_id") == id && LeadsTo(route, gateway)).Select(route => (Route: (StateValues)route, Name: "destination_cidr_block"));
        var inline = table?.Blocks("route").Where(route => LeadsTo(route, gateway)).Select(route => (Route: route, Name: "cidr_block")) ?? [];
        return own.Concat(inline).Where(each => each.Route.Text(each.Name) is not null).Select(each => each.Route.Network(each.Name)).Distinct().ToList();
    }

    private List<string> RouteResources(StateResource subnet)
    {
        var id = TableOf(subnet);
        return
        [
            subnet.Address,
            .. state.Find("aws_route_table", id) is { } table ? new[] { table.Address } : [],
            .. state.OfType("aws_route_table_association").Where(each => each.Text("subnet_id") == subnet.Id).Select(each => each.Address),
            .. AssociationOf(subnet) is null ? Unassociated(subnet) : [],
            .. state.OfType("aws_vpn_gateway_route_propagation").Concat(state.OfType("aws_route")).Where(each => each.Text("route_table_id") == id).Select(each => each.Address),
            .. Strays(),
        ];
    }

    // Routes in a table that no subnet has: one of them was to be in another.
    private IEnumerable<string> Strays()
    {
        var tables = state.OfType("aws_subnet").Select(TableOf).ToHashSet();
        return state.OfType("aws_route").Where(route => !tables.Contains(route.Text("route_table_id"))).Select(route => route.Address);
    }

    // One of them was to be the table of a subnet that has none.
    private IEnumerable<string> Unassociated(StateResource subnet) => state.OfType("aws_route_table")
        .Where(table => table.Text("vpc_id") == subnet.Text("vpc_id") && !state.OfType("aws_route_table_association").Any(each => each.Text("route_table_id") == table.Id))
        .Select(table => table.Address);

    private StateResource? AssociationOf(StateResource subnet) => state.OfType("aws_route_table_association").FirstOrDefault(each => each.Text("subnet_id") == subnet.Id);

    private string? TableOf(StateResource subnet) =>
        AssociationOf(subnet)?.Text("route_table_id")
        ?? state.Find("aws_vpc", subnet.Text("vpc_id"))?.Text("main_route_table_id");

    private List<RouteElsewhere> Elsewhere(StateResource gateway, StateResource subnet) => Ways(subnet, route => !LeadsTo(route, gateway));

    private List<RouteElsewhere> Ways(StateResource subnet, Func<StateValues, bool> isMeant)
    {
        var id = TableOf(subnet);
        var own = state.OfType("aws_route").Where(route => route.Text("route_table_id") == id && isMeant(route))
            .Select(route => (Name: "destination_cidr_block", Route: (StateValues)route, route.Address));
        var inline = state.Find("aws_route_table", id) is { } table
            ? table.Blocks("route").Where(isMeant).Select(route => (Name: "cidr_block", Route: route, table.Address))
            : [];
        return [.. from each in own.Concat(inline)
            where each.Route.Text(each.Name) is not null
            select new RouteElsewhere(each.Route.Network(each.Name), each.Address, Targets.Select(each.Route.Text).FirstOrDefault(target => target is not null) ?? "nowhere")];
    }

    private bool LeadsTo(StateValues route, StateResource gateway) => gateway.Type == Card
        ? route.Text("network_interface_id") is { } card && _appliances.Value.Contains(card)
        : route.Text("gateway_id") == gateway.Id || route.Text("transit_gateway_id") == gateway.Id;

    /// <summary>The routes of a machine's own subnet; null where its table is not known.</summary>
    public IReadOnlyList<RouteElsewhere>? WaysOf(StateResource card) =>
        state.Find("aws_subnet", card.Text("subnet_id")) is { } subnet
        && (state.Find("aws_route_table", TableOf(subnet))?.IsManaged ?? subnet.IsManaged && state.Find("aws_vpc", subnet.Text("vpc_id")) is { IsManaged: true })
            ? Ways(subnet, _ => true) : null;

    /// <summary>What the security groups of a network interface let in and out.</summary>
    /// <exception cref="LabException">One of them isn't there.</exception>
    public MachineFilter FilterOf(StateResource card)
    {
        var groups = card.Texts("security_groups");
        return groups.FirstOrDefault(id => state.Find("aws_security_group", id) is null) is { } lost
            ? throw new LabException($"{card} has the security group {lost}, which isn't in Terraform's state (aws_security_group).")
            : groups.Count > 0 ? Filter(groups) : OfDefaultGroup(card);
    }

    // docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html: in from itself alone, out to anywhere.
    private static MachineFilter OfDefaultGroup(StateResource without) =>
        new($"{without.Address}, which has the default group of its VPC,", [], [new FilterLine("the default group", Allows: true, null, [Cidr.Any], [], []) { Address = without.Address }]);

    // A test machine may fetch packages from anywhere; what it may send through the tunnels, the other machines of its subnet are to be allowed too.
    private MachineFilter Filter(IReadOnlyList<string> attachedGroupIds, IReadOnlyList<string>? designed = null) => new(
        string.Join(", ", attachedGroupIds.Select(id => state.Find("aws_security_group", id)?.Address ?? id)),
        Lines(IngressRule, "ingress", attachedGroupIds),
        Lines(EgressRule, "egress", designed is { Count: > 0 } ? designed : attachedGroupIds))
    {
        Strays = [.. state.OfType(IngressRule).Concat(state.OfType(EgressRule))
            .Where(rule => attachedGroupIds.Contains(rule.Text("security_group_id")!) ? !IsRead(TypeOf(rule, "ip_protocol")) : state.Find("aws_security_group", rule.Text("security_group_id")) is null)
            .Select(rule => rule.Address)],
    };

    // Only what allows: AWS refuses the rest. A rule for another group or a prefix list is of no use to the other cloud.
    private List<FilterLine> Lines(string type, string inline, IReadOnlyList<string> attachedGroupIds)
    {
        var single = state.OfType(type)
            .Where(rule => attachedGroupIds.Contains(rule.Text("security_group_id")!) && rule.Text("cidr_ipv4") is not null)
            .Select(rule => Line(rule.Address, rule, "ip_protocol", [rule.Network("cidr_ipv4")]));
        var blocks = attachedGroupIds
            .Select(id => state.Find("aws_security_group", id))
            .OfType<StateResource>()
            .SelectMany(group => group.Blocks(inline).Select(rule => (group, rule)))
            .Where(each => each.rule.Networks("cidr_blocks").Count > 0)
            .Select(each => Line(each.group.Address, each.rule, "protocol", each.rule.Networks("cidr_blocks")));
        // What lets in more comes first: AWS takes them all.
        return [.. single.Concat(blocks).OfType<FilterLine>().OrderBy(line => line.IsEchoOnly)];
    }

    // For ICMP AWS has the type where other protocols have the first port, and -1 for all.
    private static FilterLine? Line(string name, StateValues rule, string protocolName, IReadOnlyList<Cidr> peers)
    {
        var protocol = ProtocolOf(rule, protocolName);
        IReadOnlyList<string> ports = protocol is "tcp" or "udp" && rule.Number("from_port") is { } from && rule.Number("to_port") is { } to
            ? [from == to ? from.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{from}-{to}")]
            : [];
        var type = TypeOf(rule, protocolName);
        return IsRead(type) ? new FilterLine(name, Allows: true, protocol, peers, [], ports) { Address = name, IsEchoOnly = type == EchoRequest } : null;
    }

    private static string? ProtocolOf(StateValues rule, string name) =>
        rule.Text(name)?.ToLowerInvariant() switch { "tcp" or "6" => "tcp", "udp" or "17" => "udp", "icmp" or "1" => "icmp", "50" => "esp", _ => null };

    private static long TypeOf(StateValues rule, string protocolName) => ProtocolOf(rule, protocolName) == "icmp" ? rule.Number("from_port") ?? AllTypes : AllTypes;

    private static bool IsRead(long type) => type is AllTypes or EchoRequest;
}
