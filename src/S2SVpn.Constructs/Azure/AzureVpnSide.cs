using Constructs;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.Constructs.Azure;

/// <summary>
/// An Azure site: its network and its VPN gateway, and a connection to each tunnel that a peer offers. It stands alone:
/// the peer can be an AWS side or anything else that hands it the ends of tunnels.
/// </summary>
/// <example><code>
/// var azure = new AzureVpnSide(this, "azure", new() { Site = plan.AzureSite("azure") });
/// azure.ConnectTo("link", ends);
/// </code></example>
public sealed class AzureVpnSide : Construct
{
    private readonly AzureSitePlan _site;
    private readonly TerraformTimeouts _timeouts;
    private readonly Dictionary<string, AzureVpnConnection> _connections = [];
    private readonly AzureAlerts? _alerts;
    private ReplacementOrder? _order;

    /// <param name="scope">The stack, or a construct in it.</param>
    /// <param name="id">Part of the Terraform names of all that is in it: a change replaces live gateways.</param>
    /// <param name="props">What to build, and with what.</param>
    public AzureVpnSide(Construct scope, string id, AzureVpnSideProps props) : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var (site, provider, references) = (props.Site, props.Provider, props.References ?? new StackReferences());
        (_site, _timeouts) = (site, props.Timeouts);
        Place = site.ResourceGroup.Existing ? ExistingGroup(provider) : NewGroup(provider);
        Network = new AzureNetwork(this, "network", site.Network, Place, references);
        RouteTable = site.Network.RouteTable is null ? null : new AzureRouteTable(this, "routes", site.Network, Network, Place);
        SecurityGroups = site.SecurityGroups.Where(filter => filter.Kind != NetworkSecurityGroupKind.Spoke).ToDictionary(filter => filter.Place, filter =>
            new AzureSecurityGroup(this, $"filter-{filter.Place}", filter, filter.Kind == NetworkSecurityGroupKind.Subnet ? Network.SubnetId(filter.Place) : null, Place));
        Gateway = AzureGateway.Create(this, "gateway", site, Network, RouteTable, WritesOfNetwork(RouteTable), Place, references, _timeouts);
        Spokes = site.Network.Spokes.ToDictionary(spoke => spoke.Key, spoke => new AzureSpoke(
            this, $"spoke-{spoke.Key}", spoke, site.SecurityGroups.FirstOrDefault(filter => filter.Kind == NetworkSecurityGroupKind.Spoke && filter.Place == spoke.Key), Network, Gateway, Place, references));
        Gateway.AddNatRules(Place);
        _alerts = site.Alerts is null ? null : new AzureAlerts(this, "alerts", site.Alerts, Place);
        var diagnostics = site.Diagnostics is { } logs ? new AzureDiagnostics(this, "diagnostics", logs, Gateway, Place).Dependable : null;
        if (site.Gateway.Lock is { } name)
        {
            Gateway.Lock(name, new[] { Gateway.Before(site.GatewaySteps.FirstOrDefault(step => step.Kind == GatewayStepKind.Connection)), diagnostics }.OfType<ITerraformDependable>(), Place);
        }

        references.RequireAllUsed(site.Name, "VNet, subnet, gateway or spoke");
    }

    /// <summary>The VNet of the site.</summary>
    public AzureNetwork Network { get; }

    /// <summary>The gateway that the connections stand on.</summary>
    public AzureGateway Gateway { get; }

    /// <summary>What a peer needs to reach the gateway: known before the gateway, which takes most of an hour, is there.</summary>
    public IReadOnlyList<GatewayEndpoint> Endpoints => Gateway.Endpoints;

    /// <summary>The network security groups, by the name of their subnet.</summary>
    public IReadOnlyDictionary<string, AzureSecurityGroup> SecurityGroups { get; }

    /// <summary>The routes that nothing else brings; null where BGP brings them all.</summary>
    public AzureRouteTable? RouteTable { get; }

    /// <summary>The connections of all links that were connected.</summary>
    public IReadOnlyCollection<AzureVpnConnection> Connections => _connections.Values;

    /// <summary>The VNets that use the gateway through a peering, by their name in the request.</summary>
    public IReadOnlyDictionary<string, AzureSpoke> Spokes { get; }

    internal AzureResourceScope Place { get; }

    /// <summary>Makes a local network gateway and a connection for each tunnel.</summary>
    /// <param name="linkName">A link of the plan that this side was made with.</param>
    /// <param name="ends">The peer's ends of the link's tunnels.</param>
    /// <param name="elsewhere">Where they are made when not in this side: a construct in another stack, which is applied after this one's.</param>
    /// <param name="provider">The azurerm provider of that other stack; its default one when left out.</param>
    public void ConnectTo(string linkName, IReadOnlyList<TunnelEnd> ends, Construct? elsewhere = null, TerraformProvider? provider = null)
    {
        var place = elsewhere is null ? Place : Place with { Provider = provider, NewGroup = [] };
        var link = _site.Links.First(link => link.Name == linkName);
        if (Gateway.ConnectTo(link, ends))
        {
            // The machines are made with the last link.
            foreach (var machine in (Gateway as AzureAppliance)?.Machines.Where(machine => machine.MachineId.Length > 0) ?? [])
            {
                _alerts?.Watch(machine, Place);
            }

            return;
        }

        var scope = new Construct(elsewhere ?? this, ConstructIds.Link(linkName));
        _order ??= new ReplacementOrder(elsewhere ?? this, "order", _site.Links.SelectMany(link => link.Connections).SelectMany(Facts));
        foreach (var plan in link.Connections)
        {
            var end = ends.First(end => end.Tunnel == plan.Tunnels[0]);
            var step = new GatewayStep(GatewayStepKind.Connection, plan.Name);
            var connection = new AzureVpnConnection(scope, $"connection-{end.Tunnel.Connection}-{end.Tunnel.Number}", plan, end, Gateway, Gateway.Before(step, elsewhere is not null), _order, place, _timeouts);
            _connections.Add(plan.Name, connection);
            Gateway.Made(step, connection.Dependable);
            _alerts?.Watch(connection, plan, Gateway.Id, _order, place);
        }
    }

    // Azure refuses what it is told of a VNet while a gateway is being made in it
    // (github.com/hashicorp/terraform-provider-azurerm/issues/13105, .../30197).
    private IEnumerable<ITerraformDependable> WritesOfNetwork(AzureRouteTable? routes) =>
        [.. Network.NewSubnets, .. SecurityGroups.Values.Select(filter => filter.Association).OfType<ITerraformDependable>(), .. routes?.Associations ?? []];

    private IEnumerable<(string Key, string Fact)> Facts(AzureConnectionPlan connection) =>
    [
        (connection.Name, connection.LocalNetworkGateway.Name),
        (AzureVpnConnection.Translation(connection), string.Join(", ", _site.Gateway.NatRules.Where(rule => connection.EgressNatRules.Contains(rule.Name) || connection.IngressNatRules.Contains(rule.Name)))),
    ];

    private AzureResourceScope NewGroup(TerraformProvider? provider)
    {
        var group = new AzurermResourceGroup(this, "group", new AzurermResourceGroupConfig
        {
            Provider = provider,
            Name = _site.ResourceGroup.Name,
            Location = _site.Location,
            Tags = _site.Tags.ToDictionary(),
        });
        return new AzureResourceScope(group.Name, group.Location, _site.Tags.ToDictionary(), provider) { NewGroup = [$"{ReplacementOrder.AddressOf(group)}.id"] };
    }

    // Its own location is where Azure keeps the list of what is in it, and may be another than the site's.
    private AzureResourceScope ExistingGroup(TerraformProvider? provider)
    {
        var group = new DataAzurermResourceGroup(this, "group", new DataAzurermResourceGroupConfig { Provider = provider, Name = _site.ResourceGroup.Name });
        return new AzureResourceScope(group.Name, _site.Location, _site.Tags.ToDictionary(), provider);
    }
}
