using Constructs;
using HashiCorp.Cdktf.Providers.Azurerm.DataAzurermVirtualNetwork;
using HashiCorp.Cdktf.Providers.Azurerm.Subnet;
using HashiCorp.Cdktf.Providers.Azurerm.VirtualNetwork;
using S2SVpn.Design.Network;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Azure;

/// <summary>
/// A VNet with its subnets, new or existing. The gateway's subnet has no security group and no route table: Azure allows
/// neither.
/// </summary>
public sealed class AzureNetwork : Construct
{
    private readonly AzurePlace _place;
    private readonly Dictionary<string, string> _subnetIds = [];

    internal AzureNetwork(Construct scope, string id, AzureNetworkPlan plan, AzurePlace place) : base(scope, id)
    {
        _place = place;
        Cidrs = plan.Cidrs;
        (VnetId, VnetName, ResourceGroup) = plan.Existing is { } existing ? Existing(existing, plan) : New(plan);
        foreach (var subnet in plan.Subnets)
        {
            _subnetIds[subnet.Key] = SubnetOf(subnet);
        }

        GatewaySubnetId = plan.GatewaySubnet is { } gateway ? SubnetOf(gateway) : null;
    }

    public string VnetId { get; }

    public string VnetName { get; }

    /// <summary>The name of the resource group that the VNet is in: an existing one may be in another than the site.</summary>
    public string ResourceGroup { get; }

    internal IReadOnlyList<Cidr> Cidrs { get; }

    /// <summary>Null where no gateway is made in it.</summary>
    public string? GatewaySubnetId { get; }

    /// <summary>The id of an application subnet, by its name in the request.</summary>
    public string SubnetId(string name) => _subnetIds[name];

    private (string Id, string Name, string ResourceGroup) New(AzureNetworkPlan plan)
    {
        var vnet = new VirtualNetwork(this, "vnet", new VirtualNetworkConfig
        {
            Provider = _place.Provider,
            Name = plan.Name,
            ResourceGroupName = _place.ResourceGroup,
            Location = _place.Location,
            AddressSpace = [.. plan.Cidrs.Select(cidr => cidr.ToString())],
            Tags = _place.Tags,
        });
        return (vnet.Id, vnet.Name, _place.ResourceGroup);
    }

    private (string Id, string Name, string ResourceGroup) Existing(string id, AzureNetworkPlan plan)
    {
        var (group, name) = AzureResourceId.Parse(id);
        var networks = string.Join(", ", plan.Cidrs);
        var vnet = new DataAzurermVirtualNetwork(this, "vnet", new DataAzurermVirtualNetworkConfig
        {
            Provider = _place.Provider,
            Name = name,
            ResourceGroupName = group,
            Lifecycle = ExistingCheck.Of(
                $"length(self.address_space) == 0 || alltrue([for network in split(\", \", \"{networks}\") : contains(self.address_space, network)])",
                $"The request says that the VNet {name} has {networks}, and its address space is another. Correct the network's cidrs in the request."),
        });
        return (vnet.Id, name, group);
    }

    private string SubnetOf(AzureSubnetPlan plan) => plan.Existing ?? new Subnet(this, $"subnet-{plan.Key}", new SubnetConfig
    {
        Provider = _place.Provider,
        Name = plan.Key,
        ResourceGroupName = ResourceGroup,
        VirtualNetworkName = VnetName,
        AddressPrefixes = [plan.Cidr!.Value.ToString()],
    }).Id;
}
