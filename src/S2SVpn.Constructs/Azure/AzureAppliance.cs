using Constructs;
using S2SVpn.Constructs.Appliances;
using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Planning;
using ApplianceSoftware = S2SVpn.Design.Request.ApplianceSoftware;

namespace S2SVpn.Constructs.Azure;

/// <summary>A self-managed gateway in Azure: one machine or two, to which the route table of the VNet leads.</summary>
public sealed class AzureAppliance : AzureGateway
{
    private readonly AzureSitePlan _site;
    private readonly AppliancePlan _plan;
    private readonly AzureApplianceFilter _filter;
    private readonly AzureApplianceMachine[] _machines;
    private readonly ApplianceTunnels _tunnels;
    private readonly AzureRouteTable? _routes;

    internal AzureAppliance(Construct scope, string id, AzureSitePlan site, AzureNetwork network, AzureRouteTable? routes, AzureResourceScope place) : base(scope, id, site)
    {
        (_site, _routes, _plan) = (site, routes, site.Gateway.Appliance!);
        _tunnels = new ApplianceTunnels(site.Links.Select(link => link.Name));
        _filter = new AzureApplianceFilter(this, "filter", _plan, site, place);
        var login = new DataAzurermClientConfig(this, "login", new DataAzurermClientConfigConfig { Provider = place.Provider });
        var order = new ReplacementOrder(this, "order", _plan.Machines.Select(machine => (
            AzureApplianceMachine.Key(machine), $"{machine.Subnet} {site.Network.Subnet(machine.Subnet).Cidr} {machine.Address}")));
        _machines = [.. _plan.Machines.Select(machine => new AzureApplianceMachine(
            this, AzureApplianceMachine.Key(machine), machine, network, _filter, login, order, place))];
        Endpoints = [.. _machines.Select(machine => new GatewayEndpoint(machine.Plan.Index, machine.PublicIp, site.Gateway.Asn) { BelongsToPlan = true })];
    }

    /// <summary>The ids of the machines, as references; none before all links are connected.</summary>
    public IReadOnlyList<string> MachineIds => [.. _machines.Select(machine => machine.MachineId).Where(id => id.Length > 0)];

    internal IReadOnlyList<AzureApplianceMachine> Machines => _machines;

    /// <exception cref="NotSupportedException">Always: it is no VPN gateway.</exception>
    public override string Id => throw new NotSupportedException("An appliance is no VPN gateway, and has no id of one.");

    /// <inheritdoc/>
    public override IReadOnlyList<GatewayEndpoint> Endpoints { get; }

    /// <summary>The SSH key that was made for the machines, as a reference; null where the request has one.</summary>
    public string? SshPrivateKey { get; private set; }

    internal override ITerraformDependable Dependable => _machines[0].Interface;

    internal override bool ConnectTo(AzureLinkPlan link, IReadOnlyList<TunnelEnd> ends)
    {
        foreach (var tunnel in link.ApplianceTunnels)
        {
            var (end, machine) = (ends.First(end => end.Tunnel == tunnel.Tunnel), _machines[tunnel.Machine]);
            _filter.Open(end.OutsideIp, AppliancePorts.Of(_plan.Software, tunnel), _plan.Software == ApplianceSoftware.Strongswan);
            _tunnels.Add(ApplianceTunnels.LinkFacts.Of(link), tunnel, end.OutsideIp, machine.Vault.AddressOf(tunnel.Tunnel.Key, end.PreSharedKey));
        }

        if (_tunnels.Complete(link.Name))
        {
            StartMachines();
        }

        return true;
    }

    private protected override string IpConfigurationId(GatewayInstancePlan instance) => throw new NotSupportedException("An appliance translates no addresses.");

    private void StartMachines()
    {
        _filter.Close();
        var publicKey = _plan.Ssh.PublicKey ?? MadeKey();
        if (_machines.Length > 1 && _routes is not null)
        {
            _routes.LeaveTo(_machines.Select(machine => machine.InterfaceAddress));
            foreach (var machine in _machines)
            {
                machine.AllowRoutes(_routes.Id);
            }
        }

        foreach (var machine in _machines)
        {
            machine.Start(ApplianceCloudInit.Render(ApplianceContents.Of(_plan.Software, Facts(machine))), publicKey);
        }
    }

    private string MadeKey()
    {
        var made = new ProbeKey(this, "ssh-key");
        SshPrivateKey = made.PrivateKey;
        return made.PublicKey;
    }

    private ApplianceMachine Facts(AzureApplianceMachine machine) => new()
    {
        Cloud = Cloud.Azure,
        Name = machine.Plan.Name,
        Index = machine.Plan.Index,
        PublicIp = machine.PublicIp,
        PrivateIp = machine.PrivateIp,
        Asn = _site.Gateway.Asn,
        KeyReader = machine.IdentityClientId,
        Tunnels = _tunnels.Of(machine.Plan),
        Twin = _routes is null || _machines.FirstOrDefault(other => other != machine) is not { } other ? null : new ApplianceTwin
        {
            PrivateIp = other.PrivateIp,
            OwnInterface = machine.PrivateIp,
            OtherInterface = other.PrivateIp,
            RouteTables = [_routes.Id],
            Destinations = [.. _site.Network.RouteTable!.Routes.Where(route => route.Appliance is not null).Select(route => route.Destination)],
        },
    };
}
