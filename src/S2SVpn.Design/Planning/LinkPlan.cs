using S2SVpn.Design.Ipsec;
using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Planning;

/// <summary>What both ends of a VPN link share and agree on.</summary>
public sealed record LinkPlan
{
    /// <summary>The name of the link.</summary>
    public required string Name { get; init; }

    /// <summary>The name of its AWS site.</summary>
    public required string AwsSite { get; init; }

    /// <summary>The name of its Azure site.</summary>
    public required string AzureSite { get; init; }

    /// <summary>Its place among the links of its gateways; null where the inside networks were given by hand.</summary>
    public required int? Slot { get; init; }

    /// <summary>BGP or static routes.</summary>
    public required Routing Routing { get; init; }

    /// <summary>What both ends of its tunnels propose.</summary>
    public required CryptoProfile Crypto { get; init; }

    /// <summary>The networks of both ends that it carries.</summary>
    public required LinkNetworksPlan Networks { get; init; }

    /// <summary>One for each instance of the Azure end.</summary>
    public required ValueList<ConnectionPlan> Connections { get; init; }

    /// <summary>One for each pre-shared key.</summary>
    public required ValueList<KeySlotPlan> Keys { get; init; }

    /// <summary>The tunnels of all its connections.</summary>
    public IEnumerable<TunnelPlan> Tunnels => Connections.SelectMany(connection => connection.Tunnels);

    /// <summary>The key slot with that name.</summary>
    public KeySlotPlan Key(string name) => Keys.First(key => key.Name == name);
}

/// <summary>The networks that a link carries, as each side has them and as the other sees them through translation.</summary>
public sealed record LinkNetworksPlan
{
    /// <summary>The AWS networks as they are.</summary>
    public required ValueList<Cidr> Aws { get; init; }

    /// <summary>The AWS networks as Azure's machines see them.</summary>
    public required ValueList<Cidr> AwsSeenFromAzure { get; init; }

    /// <summary>The Azure networks as they are.</summary>
    public required ValueList<Cidr> Azure { get; init; }

    /// <summary>The Azure networks as AWS's machines see them.</summary>
    public required ValueList<Cidr> AzureSeenFromAws { get; init; }
}

/// <summary>The tunnels to one instance of the Azure end: one VPN connection of AWS.</summary>
public sealed record ConnectionPlan
{
    /// <summary>1 or 2.</summary>
    public required int Number { get; init; }

    /// <summary>0 or 1: the instance of the Azure gateway, or the machine of an appliance.</summary>
    public required int AzureInstance { get; init; }

    /// <summary>Its tunnels, by number.</summary>
    public required ValueList<TunnelPlan> Tunnels { get; init; }
}
