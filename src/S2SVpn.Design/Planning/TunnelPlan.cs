using S2SVpn.Design.Network;

namespace S2SVpn.Design.Planning;

/// <summary>One tunnel, as both of its ends have to know it.</summary>
public sealed record TunnelPlan
{
    /// <summary>The name of its link.</summary>
    public required string Link { get; init; }

    /// <summary>The number of its AWS connection, 1 or 2.</summary>
    public required int Connection { get; init; }

    /// <summary>Its own number in that connection, 1 or 2; with an appliance in AWS, that of the machine.</summary>
    public required int Number { get; init; }

    /// <summary>0 or 1: the instance of the Azure gateway, or the machine of an appliance.</summary>
    public required int AzureInstance { get; init; }

    /// <summary>The /30 inside the tunnel.</summary>
    public required InsideCidr Inside { get; init; }

    /// <summary>AWS's address inside the tunnel; with BGP its speaker's.</summary>
    public required Ipv4 AwsAddress { get; init; }

    /// <summary>Azure's address inside the tunnel; with BGP its speaker's.</summary>
    public required Ipv4 AzureAddress { get; init; }

    /// <summary>The name of its <see cref="KeySlotPlan"/>.</summary>
    public required string Key { get; init; }

    /// <summary>Which end starts the tunnel.</summary>
    public required Initiator Initiator { get; init; }

    /// <summary>
    /// Whether traffic can use it. An Azure gateway of one instance has a single BGP address for AWS, so that there all
    /// tunnels but one stay without an Azure end.
    /// </summary>
    public bool IsUsed { get; init; } = true;

    /// <summary>How a request names it: 1.1, 1.2, 2.1 or 2.2.</summary>
    public string Id => $"{Connection}.{Number}";
}

/// <summary>Which end starts a tunnel.</summary>
public enum Initiator
{
    /// <summary>Whichever is first.</summary>
    Both,

    /// <summary>AWS, or the peer in its place.</summary>
    Aws,

    /// <summary>Azure, or the peer in its place.</summary>
    Azure,
}
