using Constructs;
using S2SVpn.Constructs.Appliances;
using S2SVpn.Design.Network;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Aws;

/// <summary>
/// The security group of an appliance's machines: tunnels with their peers alone, the VPC for what they forward, and the way out that updates,
/// Session Manager and the secrets need.
/// </summary>
internal sealed class AwsApplianceFilter : Construct
{
    private readonly AwsResourceScope _place;
    private readonly HashSet<string> _peers = [];

    public AwsApplianceFilter(Construct scope, string id, AppliancePlan plan, AwsSitePlan site, string vpcId, AwsResourceScope place) : base(scope, id)
    {
        _place = place;
        Id = new SecurityGroup(this, "Resource", new SecurityGroupConfig
        {
            Provider = place.Provider,
            Region = place.Region,
            Name = plan.SecurityGroup,
            Description = "The machines of the VPN",
            VpcId = vpcId,
            Tags = AwsNames.Tag(plan.SecurityGroup),
            // AWS deletes none that a machine is in: its machines move over to the new one first.
            Lifecycle = new TerraformResourceLifecycle { CreateBeforeDestroy = true },
        }).Id;
        foreach (var network in site.Links.SelectMany(link => link.LocalNetworks).Distinct())
        {
            Add(FlowDirection.Inbound, $"from-{AwsNames.Id(network)}", "What machines send into the tunnels", "-1", null, network.ToString());
            Add(FlowDirection.Outbound, $"to-{AwsNames.Id(network)}", "What comes out of the tunnels", "-1", null, network.ToString());
        }

        foreach (var port in new[] { 80, 443 })
        {
            Add(FlowDirection.Outbound, $"out-{port}", port == 80 ? "Package mirrors" : "Package mirrors, Session Manager and secrets", "tcp", port, Cidr.Any.ToString());
        }

        foreach (var network in plan.Ssh.From)
        {
            Add(FlowDirection.Inbound, $"ssh-{AwsNames.Id(network)}", "SSH", "tcp", 22, network.ToString());
        }

        if (plan.Machines.Count > 1)
        {
            foreach (var direction in new[] { FlowDirection.Inbound, FlowDirection.Outbound })
            {
                Add(direction, $"twin-{direction.ToString().ToLowerInvariant()}", "Whether the other machine is well", "tcp", AppliancePorts.Health, null, Id);
            }
        }
    }

    public string Id { get; }

    /// <summary>Lets the tunnels of a peer in and out.</summary>
    /// <param name="key">What tells the peer from others in construct ids.</param>
    /// <param name="address">Its public address, as a reference.</param>
    /// <param name="ports">The UDP ports.</param>
    /// <param name="esp">Whether ESP passes as itself too.</param>
    public void Open(string key, string address, IEnumerable<int> ports, bool esp)
    {
        foreach (var port in ports.Where(port => _peers.Add($"{key}-{port}")))
        {
            Both($"{key}-udp-{port}", "udp", port, $"{address}/32");
        }

        if (esp && _peers.Add(key))
        {
            Both($"{key}-esp", "50", null, $"{address}/32");
        }
    }

    private void Both(string key, string protocol, int? port, string network)
    {
        Add(FlowDirection.Inbound, $"{key}-in", "Tunnels of the peer", protocol, port, network);
        Add(FlowDirection.Outbound, $"{key}-out", "Tunnels to the peer", protocol, port, network);
    }

    private void Add(FlowDirection direction, string key, string description, string protocol, int? port, string? network, string? group = null) => new AwsSecurityGroupRule
    {
        Direction = direction,
        Group = Id,
        Description = description,
        Protocol = protocol,
        FirstPort = port,
        LastPort = port,
        Network = network,
        OtherGroup = group,
    }.Make(this, key, _place);
}
