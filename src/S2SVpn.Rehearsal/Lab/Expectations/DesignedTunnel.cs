using System.Globalization;
using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Network;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.Rehearsal.Lab.Expectations;

/// <summary>A tunnel as it was designed.</summary>
public sealed record DesignedTunnel
{
    /// <summary>How a report calls it: <c>1.1</c>, with its link where there are several.</summary>
    public required string Name { get; init; }

    /// <summary>The way to its link in the request.</summary>
    public required string RequestPath { get; init; }

    /// <summary>The way to its AWS site in the request.</summary>
    public required string AwsPath { get; init; }

    /// <summary>The way to its Azure site in the request.</summary>
    public required string AzurePath { get; init; }

    /// <summary>The name of its AWS connection, or of the machine that it ends on.</summary>
    public required string AwsConnection { get; init; }

    /// <summary>Its number in the AWS connection, 1 or 2; on a machine, that of its interface.</summary>
    public required int AwsNumber { get; init; }

    /// <summary>Whether its AWS end is a machine, which then has the name of the connection.</summary>
    public bool OnAppliance { get; init; }

    /// <summary>The name of its Azure connection, or of the machine that it ends on.</summary>
    public required string AzureConnection { get; init; }

    /// <summary>Its number in the Azure connection, which is that of the instance; on a machine, that of its interface.</summary>
    public required int AzureNumber { get; init; }

    /// <summary>Whether its Azure end is a machine.</summary>
    public bool OnAzureAppliance { get; init; }

    /// <summary>Whether it is WireGuard's.</summary>
    public bool IsWireguard { get; init; }

    /// <summary>Its instance of the Azure gateway, 0 or 1.</summary>
    public required int AzureInstance { get; init; }

    public required bool Bgp { get; init; }

    public required string AwsAddress { get; init; }

    public required string AzureAddress { get; init; }

    public required long AwsAsn { get; init; }

    public required long AzureAsn { get; init; }

    public required int IkeVersion { get; init; }

    /// <summary>The algorithms of the IKE SA, as charon reports them.</summary>
    public required string Ike { get; init; }

    /// <summary>The algorithms of the child SA.</summary>
    public required string Esp { get; init; }

    /// <summary>The group of the child SA once it is rekeyed; null without perfect forward secrecy.</summary>
    public required string? PfsGroup { get; init; }

    /// <summary>The name of its key: both tunnels of one connection of Azure to a machine have one.</summary>
    public string Key { get; init; } = "";

    /// <summary>The length of its key; null where it is not generated.</summary>
    public int? KeyLength { get; init; }

    /// <summary>The zones of the public address of its instance; none of an existing gateway's.</summary>
    public IReadOnlyList<string> Zones { get; init; } = [];

    /// <summary>The zone of the machine in AWS that it ends on; null for none, and where AWS chooses.</summary>
    public string? AwsZone { get; init; }

    /// <summary>The zone of the machine in Azure that it ends on; null for none.</summary>
    public string? AzureZone { get; init; }

    /// <summary>How much passes before Azure's gateway renews the child SA; null on a machine.</summary>
    public long? EspKilobytes { get; init; }

    /// <summary>What AWS does once Azure's end is dead: restart, clear or none; null on a machine.</summary>
    public string? DpdAction { get; init; }

    /// <summary>How long AWS waits before Azure's end counts as dead; null on a machine.</summary>
    public int? AwsDpdSeconds { get; init; }

    /// <summary>How long Azure waits before AWS's end counts as dead; null on a machine.</summary>
    public int? AzureDpdSeconds { get; init; }

    /// <summary>How long the machine in AWS waits before its peer counts as dead; null where AWS has none.</summary>
    public int? AwsMachineDpdSeconds { get; init; }

    /// <summary>How long the machine in Azure waits before its peer counts as dead; null where Azure has none.</summary>
    public int? AzureMachineDpdSeconds { get; init; }

    /// <summary>Whether AWS spreads what it sends over its tunnels.</summary>
    public bool Spreads { get; init; }

    /// <summary>What AWS learns from it, or has static routes for.</summary>
    public required IReadOnlyList<string> AwsLearns { get; init; }

    /// <summary>What Azure learns from it, or has static routes for.</summary>
    public required IReadOnlyList<string> AzureLearns { get; init; }

    /// <summary>What that cloud learns from it, or has static routes for.</summary>
    public IReadOnlyList<string> LearnedBy(Cloud cloud) => cloud == Cloud.Aws ? AwsLearns : AzureLearns;

    internal static IEnumerable<DesignedTunnel> Of(ConnectivityPlan plan, LinkPlan link, int index)
    {
        var aws = plan.AwsSite(link.AwsSite);
        var azure = plan.AzureSite(link.AzureSite);
        var awsLink = aws.Links.First(each => each.Name == link.Name);
        var azureLink = azure.Links.First(each => each.Name == link.Name);
        return
            from tunnel in link.Tunnels
            where tunnel.IsUsed
            let left = AwsEnd.Of(aws, awsLink, tunnel)
            let right = AzureEnd.Of(azure, azureLink, tunnel)
            where left is not null && right is not null
            select new DesignedTunnel
            {
                Name = plan.Links.Count == 1 ? tunnel.Id : $"{link.Name} {tunnel.Id}",
                RequestPath = string.Create(CultureInfo.InvariantCulture, $"links[{index}]"),
                AwsPath = $"aws.{aws.Name}",
                AzurePath = $"azure.{azure.Name}",
                AwsConnection = left.Connection,
                AwsNumber = left.Number,
                OnAppliance = left.IsMachine,
                AzureConnection = right.Connection,
                AzureNumber = right.Number,
                OnAzureAppliance = right.IsMachine,
                IsWireguard = link.Key(tunnel.Key).IsWireguard,
                AzureInstance = tunnel.AzureInstance,
                Bgp = link.Routing == Routing.Bgp,
                AwsAddress = $"{tunnel.AwsAddress}",
                AzureAddress = $"{tunnel.AzureAddress}",
                AwsAsn = aws.Gateway.Asn.Value,
                AzureAsn = azure.Gateway.Asn.Value,
                IkeVersion = link.Crypto.Ike.Version == Design.Ipsec.IkeVersion.Ikev1 ? 1 : 2,
                Ike = NegotiatedAlgorithms.Ike(link.Crypto.Ike),
                Esp = NegotiatedAlgorithms.Esp(link.Crypto.Esp),
                PfsGroup = NegotiatedAlgorithms.Group(link.Crypto.Esp.PfsGroup),
                Key = link.Key(tunnel.Key).Name,
                KeyLength = link.Key(tunnel.Key).Length,
                Zones = right.IsMachine || azure.Gateway.Existing is not null ? [] : [.. azure.Gateway.Zones.Select(zone => $"{zone}")],
                AwsZone = left.Zone,
                AzureZone = right.Zone,
                EspKilobytes = right.IsMachine ? null : link.Crypto.Esp.AzureLifetimeKilobytes,
                DpdAction = left.Options is { } options ? Words.Of(options.DpdAction) : null,
                AwsDpdSeconds = left.Options?.DpdTimeoutSeconds,
                AzureDpdSeconds = right.DpdSeconds,
                AwsMachineDpdSeconds = awsLink.ApplianceTunnels.FirstOrDefault(each => each.Tunnel.Id == tunnel.Id)?.DpdTimeoutSeconds,
                AzureMachineDpdSeconds = azureLink.ApplianceTunnels.FirstOrDefault(each => each.Tunnel.Id == tunnel.Id)?.DpdTimeoutSeconds,
                Spreads = aws.Gateway.Transit?.Ecmp == true,
                AwsLearns = Texts(link.Routing == Routing.Bgp ? link.Networks.AzureSeenFromAws.Where(network => Has(azure, network)) : left.StaticRoutes),
                AzureLearns = Texts(link.Routing == Routing.Bgp ? link.Networks.AwsSeenFromAzure.Where(network => Has(aws, network)) : right.StaticRoutes),
            };
    }

    /// <summary>Whether the network is the site's own: what only lies behind its gateway is in nothing that is made.</summary>
    internal static bool Has(AwsSitePlan site, Cidr network) => site.Network.Cidrs.Any(own => own.Contains(network));

    /// <inheritdoc cref="Has(AwsSitePlan, Cidr)"/>
    internal static bool Has(AzureSitePlan site, Cidr network) => site.Network.Cidrs.Concat(site.Network.Spokes.SelectMany(spoke => spoke.Cidrs)).Any(own => own.Contains(network));

    private static List<string> Texts(IEnumerable<Cidr> networks) => networks.Select(network => network.ToString()).ToList();

    private sealed record AwsEnd(string Connection, int Number, bool IsMachine, IEnumerable<Cidr> StaticRoutes, string? Zone = null)
    {
        /// <summary>What its cloud is told of it; null on a machine.</summary>
        public VpnTunnelPlan? Options { get; private init; }

        public static AwsEnd? Of(AwsSitePlan site, AwsLinkPlan link, TunnelPlan tunnel)
        {
            if (site.Gateway.Appliance is { } appliance)
            {
                return link.ApplianceTunnels.Where(each => each.Tunnel.Id == tunnel.Id)
                    .Select(each => new AwsEnd(appliance.Machines[each.Machine].Name, each.InterfaceId - 1, true, link.RemoteNetworks, site.Network.Subnets.FirstOrDefault(subnet => subnet.Key == appliance.Machines[each.Machine].Subnet)?.Zone)).FirstOrDefault();
            }

            return link.Connections.Where(connection => connection.Number == tunnel.Connection)
                .Select(connection => new AwsEnd(connection.Name, tunnel.Number, false, Routes(site.Gateway, connection)) { Options = connection.Tunnels.FirstOrDefault(each => each.Tunnel.Id == tunnel.Id) }).FirstOrDefault();
        }

        private static IEnumerable<Cidr> Routes(AwsGatewayPlan gateway, VpnConnectionPlan connection) => gateway.Transit is { } transit
            ? transit.StaticRoutes.Where(route => route.Connection == connection.Name).Select(route => route.Destination)
            : connection.StaticRoutes;
    }

    private sealed record AzureEnd(string Connection, int Number, bool IsMachine, IEnumerable<Cidr> StaticRoutes, string? Zone = null)
    {
        /// <summary>How long it waits for the other end; null on a machine.</summary>
        public int? DpdSeconds { get; private init; }

        public static AzureEnd? Of(AzureSitePlan site, AzureLinkPlan link, TunnelPlan tunnel) => site.Gateway.Appliance is { } appliance
            ? link.ApplianceTunnels.Where(each => each.Tunnel.Id == tunnel.Id)
                .Select(each => new AzureEnd(appliance.Machines[each.Machine].Name, each.InterfaceId - 1, true, link.RemoteNetworks, appliance.Machines[each.Machine].Zone is { } zone ? $"{zone}" : null)).FirstOrDefault()
            : link.Connections.Where(connection => connection.Tunnels.Any(other => other.Id == tunnel.Id))
                .Select(connection => new AzureEnd(connection.Name, tunnel.AzureInstance, false, connection.LocalNetworkGateway.AddressSpace) { DpdSeconds = connection.DpdTimeoutSeconds }).FirstOrDefault();
    }
}
