using Constructs;
using S2SVpn.Constructs.Appliances;
using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Planning;
using ApplianceSoftware = S2SVpn.Design.Request.ApplianceSoftware;

namespace S2SVpn.Constructs.Aws;

/// <summary>A self-managed gateway in AWS: one machine, or two of which the other takes over the routes.</summary>
public sealed class AwsAppliance : AwsGateway
{
    private static readonly string[] Moved = ["network_interface_id"];

    private readonly AwsSitePlan _site;
    private readonly AppliancePlan _plan;
    private readonly AwsNetwork _network;
    private readonly AwsResourceScope _place;
    private readonly AwsApplianceFilter _filter;
    private readonly AwsApplianceSecrets _secrets;
    private readonly AwsApplianceMachine[] _machines;
    private readonly ApplianceTunnels _tunnels;

    // The ARNs of secrets that are not made here.
    private readonly HashSet<string> _existing = [];

    internal AwsAppliance(Construct scope, string id, AwsSitePlan site, AwsNetwork network, AwsResourceScope place) : base(scope, id)
    {
        (_site, _network, _place, _plan) = (site, network, place, site.Gateway.Appliance!);
        _tunnels = new ApplianceTunnels(site.Links.Select(link => link.Name));
        _filter = new AwsApplianceFilter(this, "filter", _plan, site, network.VpcId, place);
        _secrets = new AwsApplianceSecrets(this, _plan, place);
        var order = new ReplacementOrder(this, "order", _plan.Machines.Select(machine => (
            AwsApplianceMachine.Key(machine), $"{machine.Subnet} {network.Plan.Subnet(machine.Subnet).Cidr} {machine.Address}")));
        _machines = [.. _plan.Machines.Select(machine => new AwsApplianceMachine(
            this, AwsApplianceMachine.Key(machine), machine, _plan.Partition!, network, _filter.Id, order, place))];
        AddRoutes();
    }

    /// <summary>The ids of the machines, as references; none before all links are connected.</summary>
    public IReadOnlyList<string> InstanceIds => [.. _machines.Select(machine => machine.InstanceId).Where(id => id.Length > 0)];

    internal IReadOnlyList<AwsApplianceMachine> Machines => _machines;

    /// <summary>The public addresses of the machines, as references.</summary>
    public IReadOnlyList<string> PublicIps => [.. _machines.Select(machine => machine.PublicIp)];

    /// <summary>The SSH key that was made for those who may log in, as a reference; null where none was.</summary>
    public string? SshPrivateKey { get; private set; }

    internal override IReadOnlyList<TunnelEnd> ConnectTo(AwsLinkPlan link, IReadOnlyList<GatewayEndpoint> endpoints, PreSharedKeys keys)
    {
        foreach (var tunnel in link.ApplianceTunnels)
        {
            var endpoint = endpoints.First(endpoint => endpoint.Index == tunnel.Tunnel.AzureInstance);
            var key = keys[tunnel.Tunnel.Key] ?? throw new ArgumentException($"The tunnel {tunnel.Tunnel.Id} of {link.Name} has no key, and an appliance makes none.", nameof(keys));
            var existing = keys.SecretArn(tunnel.Tunnel.Key);
            _filter.Open($"{link.Peer}-{endpoint.Index}", endpoint.PublicIp, AppliancePorts.Of(_plan.Software, tunnel), _plan.Software == ApplianceSoftware.Strongswan);
            var made = _tunnels.Add(ApplianceTunnels.LinkFacts.Of(link, endpoint.Asn), tunnel, endpoint.PublicIp, _secrets.ArnOf(tunnel.Tunnel.Key, key, existing));
            if (existing is not null)
            {
                _existing.Add(made.Secret);
            }
        }

        if (_tunnels.Complete(link.Name))
        {
            StartMachines();
        }

        return [.. link.ApplianceTunnels.Select(tunnel => new TunnelEnd(tunnel.Tunnel, _machines[tunnel.Machine].PublicIp, keys.OfPeer(tunnel.Tunnel.Key)!))];
    }

    internal override void Add(AwsVpnConnection connection, VpnConnectionPlan plan) =>
        throw new NotSupportedException("A VPN connection of AWS ends on no appliance.");

    // With two machines it is they who say which of them a route leads to, and Terraform leaves it there.
    private void AddRoutes()
    {
        var isPair = _machines.Length > 1;
        AwsRoutes.Add(this, _network, AwsRouteTarget.Appliance, route =>
        {
            route.NetworkInterfaceId = _machines[0].InterfaceId;
            route.Lifecycle = isPair ? ReplacementOrder.ReplacedBy(_machines.Select(machine => machine.InterfaceAddress), new TerraformResourceLifecycle { IgnoreChanges = Moved }) : null;
        }, _place);
    }

    private void StartMachines()
    {
        var images = new AwsUbuntuImage(this, _place);
        var key = Key();
        foreach (var machine in _machines)
        {
            machine.Role.Allow("keys", _tunnels.Of(machine.Plan).Select(tunnel => tunnel.Secret).Distinct()
                .SelectMany(secret => AwsApplianceSecrets.Read(secret, _existing.Contains(secret))));
            if (_machines.Length > 1)
            {
                machine.Role.Allow("routes", MayMoveRoutes());
            }

            if (_site.Alarms is not null)
            {
                machine.Role.Allow("metrics", [MayTellMetrics]);
            }

            machine.Start(
                images.Of(machine.Plan.Size),
                ApplianceCloudInit.Render(ApplianceContents.Of(_plan.Software, Facts(machine))),
                key,
                _network.WaysOut);
        }
    }

    private ApplianceMachine Facts(AwsApplianceMachine machine) => new()
    {
        Cloud = Cloud.Aws,
        Name = machine.Plan.Name,
        Index = machine.Plan.Index,
        PublicIp = machine.PublicIp,
        PrivateIp = machine.PrivateIp,
        Asn = _site.Gateway.Asn,
        KeyReader = _site.Region,
        MetricNamespace = _site.Alarms is null ? null : AwsApplianceAlarms.Namespace,
        Tunnels = _tunnels.Of(machine.Plan),
        Twin = _machines.FirstOrDefault(other => other != machine) is not { } other ? null : new ApplianceTwin
        {
            PrivateIp = other.PrivateIp,
            OwnInterface = machine.InterfaceId,
            OtherInterface = other.InterfaceId,
            RouteTables = [.. _network.RouteTables.Select(table => table.Id)],
            Destinations = [.. _network.Plan.Routes.Where(route => route.Target == AwsRouteTarget.Appliance).Select(route => route.Destination)],
        },
    };

    // Routes have no ARN of their own, and what only reads takes none
    // (docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html).
    private IEnumerable<string> MayMoveRoutes()
    {
        var tables = string.Join(',', _network.RouteTables.Select(table => $"\"arn:{_plan.Partition}:ec2:{_site.Region}:*:route-table/{table.Id}\""));
        yield return $$"""{"Effect":"Allow","Action":"ec2:ReplaceRoute","Resource":[{{tables}}]}""";
        yield return """{"Effect":"Allow","Action":"ec2:DescribeRouteTables","Resource":"*"}""";
    }

    // docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/iam-cw-condition-keys-namespace.html
    private const string MayTellMetrics =
        $$"""{"Effect":"Allow","Action":"cloudwatch:PutMetricData","Resource":"*","Condition":{"StringEquals":{"cloudwatch:namespace":"{{AwsApplianceAlarms.Namespace}}"} } }""";

    private (string Name, string Id)? Key()
    {
        if (_plan.Ssh.From.Count == 0)
        {
            return null;
        }

        if (_plan.Ssh.PublicKey is null)
        {
            var made = new ProbeKey(this, "ssh-key");
            SshPrivateKey = made.PrivateKey;
            return Pair(made.PublicKey);
        }

        return Pair(_plan.Ssh.PublicKey);
    }

    private (string Name, string Id) Pair(string publicKey)
    {
        var pair = new KeyPair(this, "key", new KeyPairConfig
        {
            Provider = _place.Provider,
            Region = _place.Region,
            KeyName = _plan.Ssh.KeyName,
            PublicKey = publicKey,
            Tags = AwsNames.Tag(_plan.Ssh.KeyName),
        });
        return (pair.KeyName, $"{ReplacementOrder.AddressOf(pair)}.key_pair_id");
    }
}
