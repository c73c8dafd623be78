using Constructs;
using S2SVpn.Design.Network;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Azure;

/// <summary>
/// The network security group of an appliance's machines: tunnels with their peers alone, and the VNet for what they forward.
/// A rule's name tells its priority. What comes and goes is in the rule's lists: Azure refuses two rules of one priority, and
/// nothing would order a rule that comes and another that goes.
/// </summary>
internal sealed class AzureApplianceFilter : Construct
{
    private const string In = "Inbound";
    private const string Out = "Outbound";
    private const int Networks = 100;
    private const int Ssh = 110;
    private const int Esp = 900;
    private const int FirstPort = 1000;
    private const int Last = 4096;

    private readonly AzureResourceScope _place;
    private readonly NetworkSecurityGroup _group;
    private readonly HashSet<string> _esp = [];
    private readonly SortedDictionary<int, HashSet<string>> _peers = [];

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
        var local = Widest(site.Links.SelectMany(link => link.LocalNetworks));
        if (local.Length > 0)
        {
            Add("from-networks", In, Networks, "What machines send into the tunnels", "*", from: local);
            Add("to-networks", Out, Networks, "What comes out of the tunnels", "*", to: local);
        }

        if (plan.Ssh.From.Count > 0)
        {
            Add("ssh", In, Ssh, "SSH", "Tcp", from: Widest(plan.Ssh.From), port: "22");
        }

        Add("nothing-else", In, Last, "Nothing else comes in", "*", allow: false);
    }

    public string Id => _group.Id;

    /// <summary>Lets the tunnels of a peer in, once all are known. Out they come by Azure's own rules.</summary>
    /// <param name="address">Its public address, as a reference.</param>
    /// <param name="ports">The UDP ports.</param>
    /// <param name="esp">Whether ESP passes as itself too.</param>
    public void Open(string address, IEnumerable<int> ports, bool esp)
    {
        foreach (var port in ports)
        {
            _peers.TryAdd(port, []);
            _peers[port].Add(address);
        }

        if (esp)
        {
            _esp.Add(address);
        }
    }

    /// <summary>Writes the rules of the peers.</summary>
    public void Close()
    {
        foreach (var (port, addresses) in _peers)
        {
            // 500, 4500, and 51820 and those after it: each has its own place.
            Add($"peers-udp-{port}", In, FirstPort + (port % 2048), "Tunnels of the peers", "Udp", from: Hosts(addresses), port: $"{port}");
        }

        if (_esp.Count > 0)
        {
            Add("peers-esp", In, Esp, "Tunnels of the peers", "Esp", from: Hosts(_esp));
        }
    }

    private static string[] Hosts(IEnumerable<string> addresses) => [.. addresses.Select(address => $"{address}/32")];

    // Azure refuses networks of one rule that overlap (OverlappingSubnetsNotPermittedInSecurityRule).
    private static string[] Widest(IEnumerable<Cidr> networks) => [.. Cidr.Outermost(networks).Select(network => network.ToString())];

    private void Add(string name, string direction, int priority, string description, string protocol, string[]? from = null, string[]? to = null, string port = "*", bool allow = true)
    {
        _ = new NetworkSecurityRule(this, name, new NetworkSecurityRuleConfig
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
            SourceAddressPrefix = from is null ? "*" : null,
            SourceAddressPrefixes = from,
            DestinationAddressPrefix = to is null ? "*" : null,
            DestinationAddressPrefixes = to,
            DestinationPortRange = port,
            // It belongs to its group by name, and a new group has the old one's.
            Lifecycle = ReplacementOrder.ReplacedBy($"{ReplacementOrder.AddressOf(_group)}.id"),
        });
    }
}
