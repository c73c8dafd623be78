using Constructs;
using HashiCorp.Cdktf.Providers.Azurerm.Subnet;
using HashiCorp.Cdktf.Providers.Azurerm.VirtualNetwork;
using S2SVpn.Design.Network;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Azure;

/// <summary>A VNet with its subnets. The gateway's subnet has no security group and no route table: Azure allows neither.</summary>
public sealed class AzureNetwork : Construct
{
    private readonly AzurePlace _place;
    private readonly Dictionary<string, string> _subnetIds = [];

    internal AzureNetwork(Construct scope, string id, AzureNetworkPlan plan, AzurePlace place) : base(scope, id)
    {
        _place = place;
        var vnet = new VirtualNetwork(this, "vnet", new VirtualNetworkConfig
        {
            Provider = place.Provider,
            Name = plan.Name,
            ResourceGroupName = place.ResourceGroup,
            Location = place.Location,
            AddressSpace = [.. plan.Cidrs.Select(cidr => cidr.ToString())],
            Tags = place.Tags,
        });
        VnetName = vnet.Name;
        foreach (var subnet in plan.Subnets)
        {
            _subnetIds[subnet.Key] = AddSubnet(subnet.Key, subnet.Cidr!.Value).Id;
        }

        GatewaySubnetId = AddSubnet("GatewaySubnet", plan.GatewaySubnet!.Cidr!.Value).Id;
    }

    public string VnetName { get; }

    public string GatewaySubnetId { get; }

    /// <summary>The id of an application subnet, by its name in the request.</summary>
    public string SubnetId(string name) => _subnetIds[name];

    private Subnet AddSubnet(string name, Cidr cidr) => new(this, $"subnet-{name}", new SubnetConfig
    {
        Provider = _place.Provider,
        Name = name,
        ResourceGroupName = _place.ResourceGroup,
        VirtualNetworkName = VnetName,
        AddressPrefixes = [cidr.ToString()],
    });
}
