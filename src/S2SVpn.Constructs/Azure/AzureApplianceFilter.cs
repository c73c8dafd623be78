using Constructs;
using S2SVpn.Constructs.Aws;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Azure;

/// <summary>The network security group of an appliance's machines: tunnels with their peers alone, and the VNet for what they forward.</summary>
internal sealed class AzureApplianceFilter : Construct
{
    private const string In = "Inbound";
    private const string Out = "Outbound";
    private const int FirstPeer = 1000;
    private const int Last = 4096;

    private readonly AzureResourceScope _place;
    private readonly NetworkSecurityGroup _group;
    private readonly HashSet<string> _peers = [];
    private int _priority = 100;
    private int _peerPriority = FirstPeer;

    public AzureApplianceFilter(Construct scope, string id, AppliancePlan plan, AzureSitePlan site, AzureResourceScope place) : base(scope, id)
    {
        _place = place;
        _group = new NetworkSecurityGroup(this, "Resource", new NetworkSecurityGroupConfig
        {
            Provider = place.Provider,
            Name = plan.SecurityGroup,
            ResourceGroupName = place.ResourceGroup,
            Location = place.Location,
            Tags = place.Tags,
        });
        foreach (var network in site.Links.SelectMany(link => link.LocalNetworks).Distinct())
        {
            Add($"from-{AwsNames.Id(network)}", In, "What machines send into the tunnels", "*", network.ToString(), "*", "*", _priority);
            Add($"to-{AwsNames.Id(network)}", Out, "What comes out of the tunnels", "*", "*", network.ToString(), "*", _priority++);
        }

        foreach (var network in plan.Ssh.From)
        {
            Add($"ssh-{AwsNames.Id(network)}", In, "SSH", "Tcp", network.ToString(), "*", "22", _priority++);
        }

        Add("nothing-else", In, "Nothing else comes in", "*", "*", "*", "*", Last, allow: false);
    }

    public string Id => _group.Id;

    /// <summary>Lets the tunnels of a peer in. Out they come by Azure's own rules.</summary>
    /// <param name="key">What tells the peer from others in construct ids.</param>
    /// <param name="address">Its public address, as a reference.</param>
    /// <param name="ports">The UDP ports.</param>
    /// <param name="esp">Whether ESP passes as itself too.</param>
    public void Open(string key, string address, IEnumerable<int> ports, bool esp)
    {
        foreach (var port in ports.Where(port => _peers.Add($"{key}-{port}")))
        {
            Add($"{key}-udp-{port}", In, "Tunnels of the peer", "Udp", $"{address}/32", "*", $"{port}", _peerPriority++);
        }

        if (esp && _peers.Add(key))
        {
            Add($"{key}-esp", In, "Tunnels of the peer", "Esp", $"{address}/32", "*", "*", _peerPriority++);
        }
    }

    private void Add(string name, string direction, string description, string protocol, string from, string to, string port, int priority, bool allow = true)
    {
        var rule = new NetworkSecurityRule(this, name, new NetworkSecurityRuleConfig
        {
            Provider = _place.Provider,
            Name = name,
            ResourceGroupName = _place.ResourceGroup,
            NetworkSecurityGroupName = _group.Name,
            Description = description,
            Priority = priority,
            Direction = direction,
            Access = allow ? "Allow" : "Deny",
            Protocol = protocol,
            SourcePortRange = "*",
            SourceAddressPrefix = from,
            DestinationAddressPrefix = to,
            DestinationPortRange = port,
        });
        // It belongs to its group by name, and a new group has the old one's.
        ReplacementOrder.Replace(rule, $"{ReplacementOrder.AddressOf(_group)}.id");
    }
}
