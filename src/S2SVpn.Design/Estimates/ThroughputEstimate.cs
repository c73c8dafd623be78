using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Ipsec;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Estimates;

/// <summary>How much a link carries each way, and what limits it.</summary>
internal sealed record ThroughputEstimate
{
    // docs.aws.amazon.com/vpn/latest/s2svpn/vpn-limits.html
    private const int AwsTunnel = 1250;
    private const int AwsLargeTunnel = 5000;

    public required string Link { get; init; }

    /// <summary>What one tunnel carries; no flow is faster.</summary>
    public required int TunnelMbps { get; init; }

    public required int AwsToAzureMbps { get; init; }

    public required int AzureToAwsMbps { get; init; }

    /// <summary>What keeps it from more.</summary>
    public required string Limit { get; init; }

    /// <summary>The window that one TCP flow needs to fill a tunnel, in megabytes.</summary>
    /// <param name="roundTripMilliseconds">How long a packet takes there and back.</param>
    public double WindowMegabytes(double roundTripMilliseconds) => TunnelMbps * roundTripMilliseconds / 8 / 1000;

    /// <returns>Links of managed gateways: what a machine carries depends on the machine.</returns>
    public static IReadOnlyList<ThroughputEstimate> Of(ConnectivityPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return
        [
            .. from link in plan.Links
               let aws = plan.AwsSite(link.AwsSite)
               let azure = plan.AzureSite(link.AzureSite)
               where aws.Gateway.Kind != AwsGatewayKind.Appliance && azure.Gateway.Kind == AzureGatewayKind.Managed
               select Of(link, aws, azure.Gateway),
        ];
    }

    private static ThroughputEstimate Of(LinkPlan link, AwsSitePlan site, AzureGatewayPlan azure)
    {
        var used = link.Tunnels.Count(tunnel => tunnel.IsUsed);
        var aws = site.Links.First(end => end.Name == link.Name).Connections.Any(connection => connection.Bandwidth == Bandwidth.Large) ? AwsLargeTunnel : AwsTunnel;
        var rate = AzureSku.Of(azure.Sku).Rate(azure.Generation);
        var isGcm = link.Crypto.Esp.Encryption is Encryption.Aes128Gcm or Encryption.Aes192Gcm or Encryption.Aes256Gcm;
        var (ofOne, ofAll) = (isGcm ? rate.GcmTunnel : rate.CbcTunnel, rate.Gateway);
        var tunnel = Math.Min(aws, ofOne);
        var spreads = site.Gateway.Transit is { Ecmp: true } && link.Routing == Routing.Bgp;
        var paths = spreads ? used : 1;
        var toAzure = Math.Min(paths * tunnel, ofAll);
        return new ThroughputEstimate
        {
            Link = link.Name,
            TunnelMbps = tunnel,
            AwsToAzureMbps = toAzure,
            AzureToAwsMbps = Math.Min(used * tunnel, ofAll),
            Limit = toAzure == ofAll ? $"the Azure gateway {azure.Sku}, for all of its links together"
                : spreads ? "the tunnels"
                : site.Gateway.Kind == AwsGatewayKind.Transit ? "the transit gateway, which sends static routes over one VPN connection"
                : "the virtual private gateway, which sends over one tunnel; a transit gateway with BGP uses them all",
        };
    }
}
