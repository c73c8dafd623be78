using Constructs;
using S2SVpn.Design;
using S2SVpn.Design.Network;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Azure;

/// <summary>A network security group, with rules that stand alone.</summary>
public sealed class AzureSecurityGroup : Construct
{
    // Everything the VNet can route to: its peers and what lies behind its gateway too.
    private const string EveryRoute = "VirtualNetwork";

    private const string LoadBalancer = "AzureLoadBalancer";

    /// <param name="scope">The site, or a spoke of it.</param>
    /// <param name="id">Part of the Terraform names of all that is in it.</param>
    /// <param name="plan">What to build.</param>
    /// <param name="subnetId">The subnet that it filters; null where it is for machines, or for subnets that others make.</param>
    /// <param name="place">Where it is made.</param>
    internal AzureSecurityGroup(Construct scope, string id, NetworkSecurityGroupPlan plan, string? subnetId, AzureResourceScope place) : base(scope, id)
    {
        var group = new NetworkSecurityGroup(this, "Resource", new NetworkSecurityGroupConfig
        {
            Provider = place.Provider,
            Name = plan.Name,
            ResourceGroupName = place.ResourceGroup,
            Location = place.Location,
            Tags = place.Tags,
        });
        Id = group.Id;
        var (name, address) = (group.Name, $"{ReplacementOrder.AddressOf(group)}.id");
        foreach (var rule in plan.Rules)
        {
            AddRule(rule, name, address, place);
        }

        if (subnetId is not null)
        {
            Association = new SubnetNetworkSecurityGroupAssociation(this, "subnet", new SubnetNetworkSecurityGroupAssociationConfig
            {
                Provider = place.Provider,
                SubnetId = subnetId,
                NetworkSecurityGroupId = Id,
            });
        }
    }

    /// <summary>The id of the network security group.</summary>
    public string Id { get; }

    /// <summary>What puts it on its subnet; null where it is on machines.</summary>
    internal ITerraformDependable? Association { get; }

    private void AddRule(NetworkSecurityRulePlan rule, string group, string groupId, AzureResourceScope place)
    {
        var everything = rule.IsLoadBalancer ? LoadBalancer : EveryRoute;
        var (from, to) = rule.Direction == FlowDirection.Inbound
            ? (Networks(rule.Remote, everything), Networks(rule.Local, "*"))
            : (Networks(rule.Local, "*"), Networks(rule.Remote, everything));
        _ = new NetworkSecurityRule(this, rule.Name, new NetworkSecurityRuleConfig
        {
            Provider = place.Provider,
            Name = rule.Name,
            ResourceGroupName = place.ResourceGroup,
            NetworkSecurityGroupName = group,
            Description = rule.Description,
            Priority = rule.Priority,
            Direction = rule.Direction.ToString(),
            Access = rule.Allow ? "Allow" : "Deny",
            Protocol = rule.Protocol == Protocol.Any ? "*" : rule.Protocol.ToString(),
            SourcePortRange = "*",
            SourceAddressPrefix = from.One,
            SourceAddressPrefixes = from.Several,
            DestinationAddressPrefix = to.One,
            DestinationAddressPrefixes = to.Several,
            DestinationPortRange = rule.Ports.Count == 0 ? "*" : null,
            DestinationPortRanges = rule.Ports.Count == 0 ? null : [.. rule.Ports.Select(ports => ports.ToString())],
            // It belongs to its group by name, and a new group has the old one's.
            Lifecycle = ReplacementOrder.ReplacedBy(groupId),
        });
    }

    // The provider takes one of the two arguments: a word such as "*" in the first, networks in the second.
    private static (string? One, string[]? Several) Networks(ValueList<Cidr> networks, string everything) =>
        networks.Count == 0 ? (everything, null) : (null, [.. networks.Select(network => network.ToString())]);
}
