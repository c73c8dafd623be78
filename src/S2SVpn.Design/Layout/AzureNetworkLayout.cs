using S2SVpn.Design.Network;

namespace S2SVpn.Design.Layout;

/// <summary>The network of an Azure site with what the request leaves open filled in.</summary>
internal sealed record AzureNetworkLayout
{
    /// <summary>Without the gateway's.</summary>
    public required ValueList<SubnetLayout> Subnets { get; init; }

    /// <summary>Null where no gateway needs one: it exists, or is an appliance.</summary>
    public required SubnetLayout? GatewaySubnet { get; init; }

    /// <summary>Every network that is reached through the site: the VNet's, its spokes', then those behind it.</summary>
    public required ValueList<Cidr> Prefixes { get; init; }

    /// <summary>The zones of the gateway's public addresses; empty for none.</summary>
    public required ValueList<int> GatewayZones { get; init; }

    public SubnetLayout? Subnet(string name) => Subnets.FirstOrDefault(subnet => subnet.Name == name);
}
