using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Layout;

/// <summary>
/// Fills in what a request leaves open about one site's network. It never fails: what can't be had is null, with the
/// reason beside it. Nothing is carved from an existing network.
/// </summary>
internal static class NetworkLayout
{
    /// <summary>The subnet that a network gets when the request names none.</summary>
    public const string DefaultSubnet = "app";

    /// <summary>The only name that Azure takes for a gateway's subnet.</summary>
    public const string GatewaySubnetName = "GatewaySubnet";

    private const int UsualPrefix = 24;

    // The smallest subnet of AWS (docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html).
    private const int AwsSmallest = 28;

    // The smallest subnet of Azure (learn.microsoft.com/azure/virtual-network/virtual-networks-faq).
    private const int AzureSmallest = 29;

    // What every SKU but Basic needs (learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpn-gateway-settings).
    private const int GatewaySubnetPrefix = 27;

    public static AwsNetworkLayout Of(AwsSite site)
    {
        var network = site.Network;
        var wanted = network.Subnets.Count > 0 || network.Existing is not null
            ? network.Subnets
            : [KeyValuePair.Create(DefaultSubnet, new AwsSubnet())];
        var open = wanted.Select(subnet => new Open(subnet.Key, subnet.Value.Cidr, subnet.Value.Existing)
        {
            Zone = subnet.Value.Zone,
        }).ToList();
        return new AwsNetworkLayout
        {
            Subnets = Fill(network.Cidrs, open, network.Existing is not null, AwsSmallest, reserved: null)
                .Select((subnet, index) => subnet with
                {
                    Zone = (open[index].Zone ?? (subnet.Existing is null ? AwsZones.At(site.Region, index) : null)) is { } zone
                        ? AwsZones.Full(site.Region, zone)
                        : null,
                }).ToValueList(),
            Prefixes = [.. network.Cidrs, .. site.Behind],
        };
    }

    public static AzureNetworkLayout Of(AzureSite site)
    {
        var network = site.Network;
        var wanted = network.Subnets.Count > 0 || network.Existing is not null
            ? network.Subnets
            : [KeyValuePair.Create(DefaultSubnet, new AzureSubnet())];
        var open = wanted.Select(subnet => new Open(subnet.Key, subnet.Value.Cidr, subnet.Value.Existing)).ToList();
        var gateway = GatewaySubnetOf(site, open);
        return new AzureNetworkLayout
        {
            Subnets = Fill(network.Cidrs, open, network.Existing is not null, AzureSmallest, gateway?.Cidr),
            GatewaySubnet = gateway,
            Prefixes = [.. network.Cidrs, .. network.Spokes.SelectMany(spoke => spoke.Cidrs), .. site.Behind],
            GatewayZones = ZonesOf(site),
        };
    }

    private static SubnetLayout? GatewaySubnetOf(AzureSite site, List<Open> subnets)
    {
        var (asked, gateway) = (site.Network.GatewaySubnet, site.Gateway);
        var needed = gateway is { Kind: AzureGatewayKind.Managed, Existing: null };
        if (!needed && asked.Cidr is null && asked.Existing is null)
        {
            return null;
        }

        var open = new Open(GatewaySubnetName, asked.Cidr, asked.Existing);
        if (open.IsSettled || site.Network.Existing is not null)
        {
            return open.Settled();
        }

        // From the high end of the first network with room: it stays there when subnets or networks are added,
        // and a gateway whose subnet moves is a new gateway.
        var free = new FreeSpace(Given(subnets));
        var carved = site.Network.Cidrs.Select(cidr => free.Highest(cidr, GatewaySubnetPrefix)).FirstOrDefault(cidr => cidr is not null);
        return open.Settled() with { Cidr = carved, Origin = carved is null ? CidrOrigin.NoRoom : CidrOrigin.Carved };
    }

    // An AZ SKU takes addresses without zones where there are none
    // (learn.microsoft.com/azure/vpn-gateway/gateway-sku-consolidation).
    private static ValueList<int> ZonesOf(AzureSite site) => site.Gateway.Zones
        ?? (AzureSku.Of(site.Gateway.Sku).IsZonal && AzureLocations.HasZones(site.Location) ? [1, 2, 3] : []);

    private static ValueList<SubnetLayout> Fill(
        ValueList<Cidr> networks, List<Open> subnets, bool exists, int smallest, Cidr? reserved)
    {
        var toCarve = exists ? 0 : subnets.Count(subnet => !subnet.IsSettled);
        var free = new FreeSpace(reserved is { } cidr ? Given(subnets).Append(cidr) : Given(subnets));
        var carved = new Queue<Cidr>(toCarve == 0 ? [] : Carve(networks, toCarve, smallest, free));
        return subnets.Select(subnet => (subnet.IsSettled || exists, carved.Count) switch
        {
            (true, _) => subnet.Settled(),
            (_, 0) => subnet.Settled() with { Origin = CidrOrigin.NoRoom },
            _ => subnet.Settled() with { Cidr = carved.Dequeue(), Origin = CidrOrigin.Carved },
        }).ToValueList();
    }

    // All of one size, the largest up to a /24 of which there are enough; else as many of the smallest as there are.
    private static List<Cidr> Carve(ValueList<Cidr> networks, int count, int smallest, FreeSpace free)
    {
        List<Cidr> found = [];
        for (var prefix = UsualPrefix; prefix <= smallest && found.Count < count; prefix++)
        {
            found = networks.SelectMany(network => free.Upwards(network, prefix)).Take(count).ToList();
        }

        return found;
    }

    private static IEnumerable<Cidr> Given(List<Open> subnets) =>
        subnets.Select(subnet => subnet.Cidr).OfType<Cidr>();

    private sealed record Open(string Name, Cidr? Cidr, string? Existing)
    {
        public string? Zone { get; init; }

        public bool IsSettled => Cidr is not null || Existing is not null;

        public SubnetLayout Settled() => new()
        {
            Name = Name,
            Cidr = Cidr,
            Existing = Existing,
            Origin = Cidr is not null ? CidrOrigin.Given
                : Existing is not null ? CidrOrigin.Unknown
                : CidrOrigin.NotNamed,
        };
    }
}
