using S2SVpn.Design.Network;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Checking;

/// <summary>Plans one side alone, against a peer that somebody else runs: an office firewall, another cloud.</summary>
/// <param name="Name">What the names of the resources start with.</param>
/// <param name="Peer">The other end.</param>
/// <example><code>
/// var office = new Peer { Asn = new Asn(65010), Networks = [Cidr.Parse("192.168.0.0/16")] };
/// var plan = new SingleSidePlanner("shop", office).Plan(new AwsSite
/// {
///     Region = "eu-central-1",
///     Network = new AwsNetwork { Cidrs = [Cidr.Parse("10.2.0.0/16")] },
/// });
/// </code></example>
public sealed record SingleSidePlanner(string Name, Peer Peer)
{
    /// <summary>The peer's name as an end of <see cref="Access"/>, and in the names of what is made for it.</summary>
    public const string PeerName = "peer";

    private const string PeerNetwork = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/peer/providers/Microsoft.Network/virtualNetworks/peer";

    /// <summary>The owner; written as a tag. Null for none.</summary>
    public string? Owner { get; init; }

    /// <summary>The environment, such as prod; part of every name, and written as a tag. Null for none.</summary>
    public string? Environment { get; init; }

    /// <summary>Additional tags on all resources that support them.</summary>
    public ValueMap<string> Tags { get; init; } = [];

    /// <summary>Everything else about the link: routing, crypto, keys, tunnels, inside networks.</summary>
    public Link Link { get; init; } = new();

    /// <summary>
    /// Which flows may cross. The site is called <c>aws</c> or <c>azure</c> in it, and the peer <see cref="PeerName"/>.
    /// </summary>
    public ValueList<AccessFlow> Access { get; init; } = [];

    /// <summary>An AWS site with two tunnels to each endpoint of the peer.</summary>
    /// <exception cref="ArgumentException">A rule found an error; the message has all of them.</exception>
    public SidePlan<AwsSitePlan> Plan(AwsSite site)
    {
        var plan = Plan(new("aws", site), new(PeerName, AzurePeer()));
        return new SidePlan<AwsSitePlan>(plan.AwsSites[0], plan.Links[0]);
    }

    /// <summary>An Azure site with a connection to each endpoint of the peer, from every instance of its gateway.</summary>
    /// <exception cref="ArgumentException">A rule found an error; the message has all of them.</exception>
    public SidePlan<AzureSitePlan> Plan(AzureSite site)
    {
        var plan = Plan(new(PeerName, AwsPeer()), new("azure", site));
        return new SidePlan<AzureSitePlan>(plan.AzureSites[0], plan.Links[0]);
    }

    private ConnectivityPlan Plan(KeyValuePair<string, AwsSite> aws, KeyValuePair<string, AzureSite> azure) => CheckedPlan.Create(new VpnRequest
    {
        Name = Name,
        Owner = Owner,
        Environment = Environment,
        Tags = Tags,
        Aws = [aws],
        Azure = [azure],
        Links = [Link],
        Access = Access,
    });

    // To a side, any peer looks like machines of which it knows the addresses: what is planned for them is not used.
    private AwsSite AwsPeer() => new()
    {
        Region = "eu-central-1",
        Network = new AwsNetwork
        {
            Existing = "vpc-0",
            Cidrs = Peer.Networks,
            Subnets = [new(PeerName, new AwsSubnet { Existing = "subnet-0" })],
        },
        Gateway = new AwsGateway
        {
            Kind = AwsGatewayKind.Appliance,
            Asn = Peer.Asn,
            Appliance = new Appliance { Count = Peer.Endpoints },
        },
    };

    private AzureSite AzurePeer() => new()
    {
        Location = "westeurope",
        Network = new AzureNetwork
        {
            Existing = PeerNetwork,
            Cidrs = Peer.Networks,
            Subnets = [new(PeerName, new AzureSubnet { Existing = $"{PeerNetwork}/subnets/{PeerName}" })],
        },
        Gateway = new AzureGateway
        {
            Kind = AzureGatewayKind.Appliance,
            Asn = Peer.Asn,
            Appliance = new Appliance { Count = Peer.Endpoints },
        },
    };
}

/// <summary>What has to be known of a peer before anything is built.</summary>
public sealed record Peer
{
    /// <summary>Its BGP number.</summary>
    public required Asn Asn { get; init; }

    /// <summary>The networks behind it.</summary>
    public required ValueList<Cidr> Networks { get; init; }

    /// <summary>How many public addresses it has, 1 or 2.</summary>
    public int Endpoints { get; init; } = 1;
}
