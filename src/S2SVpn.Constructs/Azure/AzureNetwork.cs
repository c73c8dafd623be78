using Constructs;
using S2SVpn.Design.Network;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Azure;

/// <summary>
/// A VNet with its subnets, new or existing. The gateway's subnet has no security group and no route table: Azure allows
/// neither.
/// </summary>
public sealed class AzureNetwork : Construct
{
    private readonly AzureResourceScope _place;
    private readonly StackReferences _references;
    private readonly Dictionary<string, string> _subnetIds = [];
    private readonly Dictionary<string, AzurermSubnetResource> _newSubnets = [];
    private readonly ReplacementOrder? _order;
    private VirtualNetwork? _vnet;

    internal AzureNetwork(Construct scope, string id, AzureNetworkPlan plan, AzureResourceScope place, StackReferences references) : base(scope, id)
    {
        (_place, _references) = (place, references);
        Cidrs = plan.Cidrs;
        (VnetId, VnetName, ResourceGroup) = plan.Existing is { } existing ? Existing(existing, plan) : New(plan);
        AzureSubnetPlan[] own = [.. plan.Subnets.Concat(plan.GatewaySubnet is null ? [] : [plan.GatewaySubnet]).Where(subnet => subnet.Existing is null)];
        _order = own.Length == 0 ? null : new ReplacementOrder(this, "order", own.Select(subnet => (subnet.Key, $"{subnet.Cidr}")));
        foreach (var subnet in plan.Subnets)
        {
            _subnetIds[subnet.Key] = SubnetOf(subnet);
        }

        if (plan.GatewaySubnet is { } gateway)
        {
            GatewaySubnetId = _subnetIds[gateway.Key] = SubnetOf(gateway);
        }
    }

    /// <summary>The id of the VNet.</summary>
    public string VnetId { get; }

    /// <summary>The subnets that are made here.</summary>
    internal IEnumerable<ITerraformDependable> NewSubnets => _newSubnets.Values;

    /// <summary>The id of a VNet that is made here, for what goes with it.</summary>
    internal IReadOnlyList<string> NewVnetId => _vnet is null ? [] : [$"{ReplacementOrder.AddressOf(_vnet)}.id"];

    /// <summary>The name of the VNet.</summary>
    public string VnetName { get; }

    /// <summary>The name of the resource group that the VNet is in: an existing one may be in another than the site.</summary>
    public string ResourceGroup { get; }

    internal IReadOnlyList<Cidr> Cidrs { get; }

    /// <summary>Null where no gateway is made in it.</summary>
    public string? GatewaySubnetId { get; }

    /// <summary>The ids of all subnets, by their names; the gateway's among them.</summary>
    public IReadOnlyDictionary<string, string> SubnetIds => _subnetIds;

    /// <summary>The id of a subnet that is made here, by its name, for what goes with it.</summary>
    internal IReadOnlyList<string> NewSubnetId(string name) => _newSubnets.TryGetValue(name, out var subnet) ? [$"{ReplacementOrder.AddressOf(subnet)}.id"] : [];

    /// <summary>The id of an application subnet, by its name in the request.</summary>
    public string SubnetId(string name) => _subnetIds[name];

    /// <summary>A VNet without anything in it, for a site or a spoke.</summary>
    internal static VirtualNetwork NewVnet(Construct scope, string name, IEnumerable<Cidr> networks, AzureResourceScope place) => new(scope, "vnet", new VirtualNetworkConfig
    {
        Provider = place.Provider,
        Name = name,
        ResourceGroupName = place.ResourceGroup,
        Location = place.Location,
        AddressSpace = [.. networks.Select(network => network.ToString())],
        Tags = place.Tags,
    });

    private (string Id, string Name, string ResourceGroup) New(AzureNetworkPlan plan)
    {
        _vnet = NewVnet(this, plan.Name, plan.Cidrs, _place);
        return (_vnet.Id, _vnet.Name, _place.ResourceGroup);
    }

    private (string Id, string Name, string ResourceGroup) Existing(string id, AzureNetworkPlan plan)
    {
        var (group, name) = AzureResourceId.Of(id, _references);
        if (_references.Find(id) is { } own)
        {
            return (own, name, group);
        }

        var vnet = new DataAzurermVirtualNetwork(this, "vnet", new DataAzurermVirtualNetworkConfig
        {
            Provider = _place.Provider,
            Name = name,
            ResourceGroupName = group,
            Lifecycle = ExistingCheck.OfNetworks("self.address_space", plan.Cidrs, $"VNet {name}"),
        });
        return (vnet.Id, name, group);
    }

    private string SubnetOf(AzureSubnetPlan plan)
    {
        if (plan.Existing is { } existing)
        {
            return _references.Of(existing);
        }

        var subnet = new AzurermSubnetResource(this, $"subnet-{plan.Key}", new AzurermSubnetResourceConfig
        {
            Provider = _place.Provider,
            Name = plan.Key,
            ResourceGroupName = ResourceGroup,
            VirtualNetworkName = VnetName,
            AddressPrefixes = [plan.Cidr!.ToString()],
            DependsOn = [_order!.Dependable],
            // Azure moves no subnet that something is in, and a VNet keeps no range that a subnet has. A new VNet has the old one's name, by
            // which a subnet belongs to it.
            Lifecycle = ReplacementOrder.ReplacedBy([_order.Of(plan.Key), .. NewVnetId]),
        });
        _newSubnets.Add(plan.Key, subnet);
        return subnet.Id;
    }
}
