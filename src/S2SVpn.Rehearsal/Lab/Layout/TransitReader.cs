using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Lab.State;

namespace S2SVpn.Rehearsal.Lab.Layout;

/// <summary>
/// Which attachments of a transit gateway reach each other. What comes from an attachment goes by the route table that it is
/// associated with; that table knows the attachments that propagate to it, and its static routes
/// (docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html).
/// </summary>
internal sealed class TransitReader(TerraformState state, StateResource gateway)
{
    private const string Vpc = "aws_ec2_transit_gateway_vpc_attachment";
    private const string Connection = "aws_vpn_connection";
    private const string Association = "aws_ec2_transit_gateway_route_table_association";
    private const string Propagation = "aws_ec2_transit_gateway_route_table_propagation";

    /// <summary>The ways between a VPC and a connection that are closed; none where the gateway's tables are not known.</summary>
    public IEnumerable<BlockedPath> Closed() => Apart().Concat(Unattached());

    // What is in a zone without a subnet of the attachment does not reach the gateway (docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html).
    private IEnumerable<BlockedPath> Unattached() =>
        from attachment in state.OfType(Vpc)
        where attachment.Text("transit_gateway_id") == gateway.Id && attachment.Texts("subnet_ids").Count > 0
        let zones = attachment.Texts("subnet_ids").Select(id => state.Find("aws_subnet", id)?.Text("availability_zone")).ToList()
        where !zones.Contains(null)
        from subnet in state.OfType("aws_subnet")
        where subnet.Text("vpc_id") == attachment.Text("vpc_id") && subnet.Text("availability_zone") is { } zone && !zones.Contains(zone)
        from connection in state.OfType(Connection)
        where connection.Text("transit_gateway_id") == gateway.Id
        select new BlockedPath(attachment.Required("vpc_id"), connection.Address, FromVpc: true, $"{attachment.Address} has no subnet in {subnet.Text("availability_zone")}, the zone of {subnet.Address}")
        {
            Within = subnet.Network("cidr_block"),
            Resources = [attachment.Address, subnet.Address],
        };

    private IEnumerable<BlockedPath> Apart() =>
        from vpc in state.OfType(Vpc)
        where vpc.Text("transit_gateway_id") == gateway.Id && vpc.Text("vpc_id") is not null
        from connection in state.OfType(Connection)
        where connection.Text("transit_gateway_id") == gateway.Id && connection.Text("transit_gateway_attachment_id") is not null
        let isStatic = connection.Flag("static_routes_only")
        from way in new[]
        {
            Way(vpc.Id, vpc, connection.Required("transit_gateway_attachment_id"), connection, fromNetwork: true, isStatic),
            Way(connection.Required("transit_gateway_attachment_id"), connection, vpc.Id, vpc, fromNetwork: false, isStatic: false),
        }
        where way is not null
        select new BlockedPath(vpc.Required("vpc_id"), connection.Address, way.Value.FromNetwork, way.Value.Why) { Resources = [vpc.Address, gateway.Address, connection.Address] };

    /// <summary>The static routes to an attachment, of the tables that a VPC's attachment is associated with.</summary>
    public IEnumerable<Cidr> StaticRoutes(string attachment)
    {
        var tables = state.OfType(Vpc).Where(vpc => vpc.Text("transit_gateway_id") == gateway.Id).Select(vpc => TableOf(vpc.Id)).ToHashSet();
        return RoutesTo(attachment).Where(route => tables.Contains(route.Text("transit_gateway_route_table_id"))).Select(route => route.Network("destination_cidr_block"));
    }

    /// <summary>The static routes of the tables, for each attachment that is associated with them.</summary>
    public IEnumerable<TransitRoute> Routes() =>
        from sender in Attachments()
        let table = TableOf(sender.Attachment)
        where table is not null
        from route in state.OfType("aws_ec2_transit_gateway_route")
        where route.Text("transit_gateway_route_table_id") == table && route.Text("destination_cidr_block")?.Contains(':', StringComparison.Ordinal) == false
        let target = route.Flag("blackhole") ? null : route.Text("transit_gateway_attachment_id")
        let receiver = Attachments().FirstOrDefault(each => each.Attachment == target)
        select new TransitRoute(sender.From, route.Network("destination_cidr_block"), route.Address)
        {
            Target = target is null ? null : receiver.Resource?.Address ?? target,
            Connection = receiver.Resource?.Type == Connection ? receiver.From : null,
            Vpc = receiver.Resource is { Type: Vpc } ? NetworksOf(receiver.From) : [],
        };

    private IEnumerable<(string Attachment, string From, StateResource Resource)> Attachments() =>
        state.OfType(Vpc).Where(vpc => vpc.Text("transit_gateway_id") == gateway.Id && vpc.Text("vpc_id") is not null).Select(vpc => (vpc.Id, vpc.Required("vpc_id"), vpc))
            .Concat(state.OfType(Connection).Where(connection => connection.Text("transit_gateway_id") == gateway.Id && connection.Text("transit_gateway_attachment_id") is not null)
                .Select(connection => (connection.Required("transit_gateway_attachment_id"), connection.Address, connection)));

    private List<Cidr> NetworksOf(string vpc) => [.. state.OfType("aws_vpc").Where(each => each.Text("id") == vpc)
        .Concat(state.OfType("aws_vpc_ipv4_cidr_block_association").Where(each => each.Text("vpc_id") == vpc))
        .Where(each => each.Text("cidr_block") is not null).Select(each => each.Network("cidr_block"))];

    private (bool FromNetwork, string Why)? Way(string from, StateResource sender, string to, StateResource receiver, bool fromNetwork, bool isStatic)
    {
        if (TableOf(from) is not { } table)
        {
            return (fromNetwork, $"{sender.Address} is associated with no route table of the transit gateway ({Association})");
        }

        var known = isStatic
            ? RoutesTo(to).Any(route => route.Text("transit_gateway_route_table_id") == table)
            : Propagates(to, table) || LeadsTo(to, receiver, table);
        return known ? null : (fromNetwork, isStatic
            ? $"the route table {table} of {sender.Address} has no aws_ec2_transit_gateway_route to {receiver.Address}"
            : $"{receiver.Address} does not propagate its routes to {table}, the route table of {sender.Address} ({Propagation})");
    }

    // In place of what is propagated: to a VPC, for all that it has.
    private bool LeadsTo(string to, StateResource receiver, string table)
    {
        var routes = RoutesTo(to).Where(route => route.Text("transit_gateway_route_table_id") == table).Select(route => route.Network("destination_cidr_block")).ToList();
        return routes.Count > 0 && (receiver.Type != Vpc || NetworksOf(receiver.Required("vpc_id")).TrueForAll(network => routes.Exists(route => route.Contains(network))));
    }

    private IEnumerable<StateResource> RoutesTo(string attachment) => state.OfType("aws_ec2_transit_gateway_route")
        .Where(route => route.Text("transit_gateway_attachment_id") == attachment && !route.Flag("blackhole"));

    private string? TableOf(string attachment) =>
        state.OfType(Association).FirstOrDefault(each => each.Text("transit_gateway_attachment_id") == attachment)?.Text("transit_gateway_route_table_id")
        ?? (Takes(attachment, "default_route_table_association") ? gateway.Text("association_default_route_table_id") ?? Unknown : null);

    private bool Propagates(string attachment, string table) =>
        state.OfType(Propagation).Any(each => each.Text("transit_gateway_attachment_id") == attachment && each.Text("transit_gateway_route_table_id") == table)
        || (Takes(attachment, "default_route_table_propagation") && (gateway.Text("propagation_default_route_table_id") ?? Unknown) == table);

    // The gateway's default, unless the attachment of a VPC says otherwise.
    private bool Takes(string attachment, string what) => gateway.Text(what) != "disable"
        && state.Find(Vpc, attachment)?.Flag($"transit_gateway_{what}", otherwise: true) != false;

    private const string Unknown = "default";
}

/// <summary>A network and a connection at one gateway that do not reach each other one way.</summary>
/// <param name="Vpc">The id of the VPC or VNet.</param>
/// <param name="Connection">The connection, as Terraform names it.</param>
/// <param name="FromVpc">Whether it is the way from the VPC.</param>
/// <param name="Why">The reason.</param>
internal sealed record BlockedPath(string Vpc, string Connection, bool FromVpc, string Why)
{
    /// <summary>Only the part of the network that this is about; null for all of it.</summary>
    public Cidr? Within { get; init; }

    /// <summary>The resources that say so, as Terraform names them.</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];

    public bool Concerns(MachineNode machine) => machine.Network == Vpc && Within?.Contains(machine.Address) != false;
}
