using Constructs;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Aws;

/// <summary>
/// An AWS site: its network and its VPN gateway, and a VPN connection to each endpoint of each peer that it is told of.
/// It stands alone: the peer can be an Azure side or any other gateway that has a public address.
/// </summary>
/// <example><code>
/// var aws = new AwsVpnSide(this, "aws", new() { Site = plan.AwsSite("aws") });
/// var ends = aws.ConnectTo("link", azure.Endpoints, keys);
/// </code></example>
public sealed class AwsVpnSide : Construct
{
    private readonly AwsSitePlan _site;
    private readonly StackReferences _references;
    private readonly Dictionary<string, AwsCustomerGateway> _customerGateways = [];
    private readonly AwsAlarms? _alarms;
    private readonly List<AwsTunnel> _tunnels = [];
    private readonly List<TunnelEnd> _ends = [];
    private readonly List<AwsVpnConnection> _connections = [];
    private readonly ReplacementOrder _order;

    /// <param name="scope">The stack, or a construct in it.</param>
    /// <param name="id">Part of the Terraform names of all that is in it: a change replaces live gateways.</param>
    /// <param name="props">What to build, and with what.</param>
    public AwsVpnSide(Construct scope, string id, AwsVpnSideProps props) : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var site = _site = props.Site;
        _references = props.References ?? new StackReferences();
        Place = new AwsResourceScope(props.Provider, site.ResourceRegion);
        Network = new AwsNetwork(this, "network", site.Network, Place, _references);
        Gateway = AwsGateway.Create(this, "gateway", site, Network, Place, _references);
        SecurityGroups = site.SecurityGroups.Where(filter => filter.Kind == SecurityGroupKind.Subnet).ToDictionary(
            filter => filter.Subnet!, filter => new AwsSecurityGroup(this, $"filter-{filter.Subnet}", filter, Network.VpcId, Place));
        foreach (var filter in site.SecurityGroups.Where(filter => filter.Kind == SecurityGroupKind.Existing))
        {
            AddToExistingGroups(filter);
        }

        _order = new ReplacementOrder(this, "order", site.Links.SelectMany(link => link.Connections.Select(connection => (
            $"{link.Name}-{connection.Number}", string.Join(' ', connection.Tunnels.Select(tunnel => tunnel.Tunnel.Inside.Cidr))))));
        _alarms = site.Alarms is null ? null : new AwsAlarms(this, "alarms", site.Alarms, Place);
        _references.RequireAllUsed(site.Name, "VPC, subnet, route table, security group or gateway");
    }

    /// <summary>The VPC of the site.</summary>
    public AwsNetwork Network { get; }

    /// <summary>The gateway that the VPN connections end on.</summary>
    public AwsGateway Gateway { get; }

    /// <summary>The security groups for machines, by the name of their subnet.</summary>
    public IReadOnlyDictionary<string, AwsSecurityGroup> SecurityGroups { get; }

    /// <summary>The AWS ends of the tunnels of all links that were connected.</summary>
    public IReadOnlyList<TunnelEnd> Ends => _ends;

    /// <summary>The tunnels of all VPN connections; none with an appliance.</summary>
    public IReadOnlyList<AwsTunnel> Tunnels => _tunnels;

    /// <summary>The VPN connections of all links that were connected.</summary>
    public IReadOnlyList<AwsVpnConnection> Connections => _connections;

    internal AwsResourceScope Place { get; }

    /// <summary>Makes a VPN connection to each endpoint of the link's peer, or the tunnels of the appliance's machines to it.</summary>
    /// <param name="linkName">A link of the plan that this side was made with.</param>
    /// <param name="endpoints">The peer's gateway instances.</param>
    /// <param name="keys">The pre-shared keys of the link.</param>
    /// <returns>The ends of the tunnels, for the peer.</returns>
    public IReadOnlyList<TunnelEnd> ConnectTo(string linkName, IReadOnlyList<GatewayEndpoint> endpoints, PreSharedKeys keys)
    {
        var link = _site.Links.First(link => link.Name == linkName);
        if (Gateway.ConnectTo(link, endpoints, keys) is { } machines)
        {
            WatchMachines(linkName, link);
            _ends.AddRange(machines);
            return machines;
        }

        var scope = new Construct(this, ConstructIds.Link(linkName));
        var logs = new AwsTunnelLogs(scope, "logs", link.LogGroups, _order.Dependable, Place);
        var linkKeys = link.Connections.SelectMany(plan => plan.Tunnels).Select(tunnel => tunnel.Tunnel.Key).ToList();
        AwsVpnConnection[] connections =
        [
            .. link.Connections.Select(plan =>
            {
                var customerGateway = CustomerGateway(plan.CustomerGateway, endpoints);
                var connection = new AwsVpnConnection(scope, $"connection-{plan.Number}", plan, Gateway, customerGateway, keys, linkKeys, logs, _order.Dependable, Place);
                Gateway.Add(connection, plan);
                return connection;
            }),
        ];
        _alarms?.Watch(scope, link, connections);
        _connections.AddRange(connections);
        _tunnels.AddRange(connections.SelectMany(connection => connection.Tunnels.Select(end => new AwsTunnel(_site.Region, connection.Id, end))));
        TunnelEnd[] ends = [.. connections.SelectMany(connection => connection.Tunnels)];
        _ends.AddRange(ends);
        return ends;
    }

    // The machines are made with the last link.
    private void WatchMachines(string linkName, AwsLinkPlan link)
    {
        if (_alarms is null || Gateway is not AwsAppliance appliance)
        {
            return;
        }

        AwsApplianceAlarms.Watch(_alarms, new Construct(this, ConstructIds.Link(linkName)), link, appliance.Machines);
        foreach (var machine in appliance.Machines.Where(machine => machine.InstanceId.Length > 0))
        {
            AwsApplianceAlarms.Watch(_alarms, machine, _site.Gateway.Appliance!.Partition!, _site.Region, Place);
        }
    }

    private void AddToExistingGroups(SecurityGroupPlan filter)
    {
        foreach (var group in Network.Plan.ExistingSecurityGroups)
        {
            _ = new AwsSecurityGroup(this, $"filter-{group}", filter, Network.VpcId, Place, _references.Of(group));
        }
    }

    // Links to the same peer share its customer gateways: AWS has one for each address, number and device.
    private AwsCustomerGateway CustomerGateway(string name, IReadOnlyList<GatewayEndpoint> endpoints)
    {
        if (!_customerGateways.TryGetValue(name, out var customerGateway))
        {
            var plan = _site.CustomerGateways.First(gateway => gateway.Name == name);
            var endpoint = endpoints.First(endpoint => endpoint.Index == plan.Endpoint);
            customerGateway = new AwsCustomerGateway(this, $"customer-gateway-{plan.Peer}-{plan.Endpoint}", plan, endpoint, Place);
            _customerGateways.Add(name, customerGateway);
        }

        return customerGateway;
    }
}
