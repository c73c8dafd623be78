using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Planning;

/// <summary>Plans one side alone, against a peer that somebody else runs: an office firewall, another cloud.</summary>
/// <param name="Name">What the names of the resources start with.</param>
/// <param name="Peer">The other end.</param>
public sealed record OneSide(string Name, Peer Peer)
{
    public string? Owner { get; init; }

    public string? Environment { get; init; }

    public ValueMap<string> Tags { get; init; } = [];

    /// <summary>Everything else about the link: routing, crypto, keys, tunnels, inside networks.</summary>
    public Link Link { get; init; } = new();

    /// <summary>An AWS site with two tunnels to each endpoint of the peer.</summary>
    public AwsSitePlan Plan(AwsSite site) => Plan(site, AzurePeer()).AwsSites[0];

    /// <summary>An Azure site with a connection to each endpoint of the peer, from every instance of its gateway.</summary>
    public AzureSitePlan Plan(AzureSite site) => Plan(AwsPeer(), site).AzureSites[0];

    private ConnectivityPlan Plan(AwsSite aws, AzureSite azure) => ConnectivityPlan.From(new VpnRequest
    {
        Name = Name,
        Owner = Owner,
        Environment = Environment,
        Tags = Tags,
        Aws = [new("aws", aws)],
        Azure = [new("azure", azure)],
        Links = [Link],
    });

    // To a side, any peer looks like machines of which it knows the addresses: what is planned for them is not used.
    private AwsSite AwsPeer() => new()
    {
        Region = "peer",
        Network = new AwsNetwork
        {
            Existing = "peer",
            Cidrs = Peer.Networks,
            Subnets = [new("peer", new AwsSubnet { Existing = "peer" })],
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
        Location = "peer",
        Network = new AzureNetwork
        {
            Existing = "peer",
            Cidrs = Peer.Networks,
            Subnets = [new("peer", new AzureSubnet { Existing = "peer" })],
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
    public required Asn Asn { get; init; }

    /// <summary>The networks behind it.</summary>
    public required ValueList<Cidr> Networks { get; init; }

    /// <summary>How many public addresses it has, 1 or 2.</summary>
    public int Endpoints { get; init; } = 1;
}
