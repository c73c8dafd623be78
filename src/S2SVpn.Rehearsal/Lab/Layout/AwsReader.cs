using System.Globalization;
using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Lab.Report;
using S2SVpn.Rehearsal.Lab.State;

namespace S2SVpn.Rehearsal.Lab.Layout;

/// <summary>What AWS's resources say, and nothing else: gateways, tunnels, and machines with their filters and routes.</summary>
internal sealed class AwsReader(TerraformState state, IReadOnlyDictionary<string, IReadOnlyList<string>> groups)
{
    // What a tunnel takes where its connection doesn't say (docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html).
    private static readonly string[] AnyEncryption = ["AES128", "AES256", "AES128-GCM-16", "AES256-GCM-16"];
    private static readonly string[] AnyIntegrity = ["SHA1", "SHA2-256", "SHA2-384", "SHA2-512"];
    private static readonly string[] AnyGroup1 = ["2", "14", "15", "16", "17", "18", "19", "20", "21", "22", "23", "24"];
    private static readonly string[] AnyGroup2 = ["2", "5", .. AnyGroup1.Skip(1)];

    private readonly AwsNetworkReader _networks = new(state, groups);

    private ApplianceReader Appliances => ApplianceReader.InAws(state, _networks);

    public IEnumerable<GatewayNode> Gateways() => Managed().Concat(Appliances.Gateways());

    private IEnumerable<GatewayNode> Managed() => Used().Select(gateway => new GatewayNode
    {
        Cloud = Cloud.Aws,
        Id = gateway.Id,
        Name = gateway.Entry("tags", "Name") ?? gateway.Id,
        Address = gateway.Address,
        Asn = Asn(gateway),
        Networks = _networks.Behind(gateway),
        NetworkResources = _networks.Resources(gateway),
        // A virtual private gateway uses one tunnel at a time for a network (docs.aws.amazon.com/vpn/latest/s2svpn/VPNRoutingTypes.html).
        Multipath = gateway.Type == "aws_ec2_transit_gateway" && gateway.Text("vpn_ecmp_support") != "disable",
        NetworkOwners = [.. _networks.Owners(gateway)],
        TransitRoutes = gateway.Type == "aws_ec2_transit_gateway" ? [.. new TransitReader(state, gateway).Routes()] : [],
        BlockedPaths = gateway.Type == "aws_ec2_transit_gateway" ? new TransitReader(state, gateway).Closed().ToList() : [],
    });

    public IEnumerable<LabTunnelEnd> Ends() =>
        (from connection in Connections()
         from number in Enumerable.Range(1, 2)
         select End(connection, number)).Concat(Appliances.Ends());

    public IEnumerable<MachineNode> Machines() => Used().SelectMany(_networks.Machines).Concat(Appliances.Machines());

    // A gateway that is read and not there has none.
    private static long Asn(StateResource gateway) => gateway.Number("amazon_side_asn") switch
    {
        0 => throw new LabException($"{gateway} has no ASN (amazon_side_asn): it is not the gateway that the request names."),
        var asn => asn ?? 64512,
    };

    private IEnumerable<StateResource> Connections() => state.OfType("aws_vpn_connection");

    private IEnumerable<StateResource> Used() => Connections()
        .Select(Gateway)
        .DistinctBy(gateway => gateway.Id);

    private StateResource Gateway(StateResource connection)
    {
        var (type, id) = connection.Text("transit_gateway_id") is { } transit ? ("aws_ec2_transit_gateway", transit) : ("aws_vpn_gateway", connection.Text("vpn_gateway_id"));
        return id is null
            ? throw new LabException($"{connection} stands on no gateway (vpn_gateway_id, transit_gateway_id): AWS brings its tunnels up and routes nothing into them.")
            : state.Find(type, id) ?? throw new LabException($"{connection} stands on the gateway {id}, which is neither in Terraform's state ({type}) nor named by the request.");
    }

    private LabTunnelEnd End(StateResource connection, int number)
    {
        string Key(string name) => string.Create(CultureInfo.InvariantCulture, $"tunnel{number}_{name}");
        var peer = state.Find("aws_customer_gateway", connection.Required("customer_gateway_id"))
            ?? throw new LabException($"{connection} names the customer gateway {connection.Text("customer_gateway_id")}, which isn't in Terraform's state (aws_customer_gateway).");
        var inside = connection.Network(Key("inside_cidr"));
        var isStatic = connection.Flag("static_routes_only");
        var gateway = Gateway(connection);
        return new LabTunnelEnd
        {
            Cloud = Cloud.Aws,
            Address = connection.Address,
            PeerAddress = peer.Address,
            OutsideAddress = connection.Address,
            Connection = connection.Entry("tags", "Name") ?? connection.Id,
            Number = number,
            Gateway = gateway.Id,
            Outside = connection.Ip(Key("address")),
            PeerOutside = peer.Ip("ip_address"),
            Inside = inside.Host(1),
            Key = peer.Text("certificate_arn") ?? connection.Required(Key("preshared_key")),
            KeyAddress = state.OfType("random_password").FirstOrDefault(each => each.Text("result") is { } made && made == connection.Text(Key("preshared_key")))?.Address,
            HasCertificate = peer.Text("certificate_arn") is not null,
            Offer = Offer(connection, Key),
            Starts = connection.Text(Key("startup_action")) == "start",
            // AWS calls the other side local: the names are the customer's.
            LocalSelectors = [Selector(connection, "remote_ipv4_network_cidr")],
            RemoteSelectors = [Selector(connection, "local_ipv4_network_cidr")],
            Bgp = isStatic ? null : new BgpEnd
            {
                // AWS has the first address of the inside network, its partner the second.
                Address = inside.Host(1),
                Asn = Asn(gateway),
                Peer = inside.Host(2),
                PeerAsn = peer.Number("bgp_asn") ?? peer.Number("bgp_asn_extended") ?? 65000,
                HoldSeconds = 30,
            },
            StaticRoutes = isStatic ? StaticRoutes(connection, gateway) : [],
            StaticRouteResources = isStatic ? [.. RouteResources(connection)] : [],
            DpdAction = connection.Text(Key("dpd_timeout_action")) ?? "clear",
            DpdSeconds = (int)(connection.Number(Key("dpd_timeout_seconds")) ?? 30),
        };
    }

    private static Cidr Selector(StateResource connection, string name) => connection.Text(name) is null ? Cidr.Any : connection.Network(name);

    private List<Cidr> StaticRoutes(StateResource connection, StateResource gateway)
    {
        var own = state.OfType("aws_vpn_connection_route")
            .Where(route => route.Text("vpn_connection_id") == connection.Id);
        var transit = connection.Text("transit_gateway_attachment_id") is { } attachment ? new TransitReader(state, gateway).StaticRoutes(attachment) : [];
        return own.Select(route => route.Network("destination_cidr_block")).Concat(transit).Distinct().ToList();
    }

    // One that stands twice in another connection was to be in this one.
    private IEnumerable<string> RouteResources(StateResource connection) =>
        from same in state.OfType("aws_vpn_connection_route").GroupBy(route => (Connection: route.Text("vpn_connection_id"), Network: route.Text("destination_cidr_block")))
        where same.Key.Connection == connection.Id || same.Count() > 1
        from route in same
        select route.Address;

    private static IkeOffer Offer(StateResource connection, Func<string, string> key)
    {
        IReadOnlyList<string> Given(string name, string[] otherwise) => connection.Texts(key(name)) is { Count: > 0 } given ? given : otherwise;
        return new IkeOffer
        {
            Versions = Given("ike_versions", ["ikev1", "ikev2"]).Select(version => version == "ikev1" ? 1 : 2).ToList(),
            IkeEncryption = Given("phase1_encryption_algorithms", AnyEncryption),
            IkeIntegrity = Given("phase1_integrity_algorithms", AnyIntegrity),
            IkeGroups = Given("phase1_dh_group_numbers", AnyGroup1),
            EspEncryption = Given("phase2_encryption_algorithms", AnyEncryption),
            EspIntegrity = Given("phase2_integrity_algorithms", AnyIntegrity),
            PfsGroups = Given("phase2_dh_group_numbers", AnyGroup2),
            IkeLifetimeSeconds = connection.Number(key("phase1_lifetime_seconds")) ?? 28800,
            EspLifetimeSeconds = connection.Number(key("phase2_lifetime_seconds")) ?? 3600,
        };
    }
}
