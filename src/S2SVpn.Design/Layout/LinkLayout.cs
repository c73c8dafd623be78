using S2SVpn.Design.Request;

namespace S2SVpn.Design.Layout;

/// <summary>How many ends, tunnels and keys a link has, and which slot. It never fails.</summary>
internal static class LinkLayout
{
    /// <summary>AWS gives every VPN connection two tunnels.</summary>
    public const int TunnelsPerVpnConnection = 2;

    /// <summary>The link's slot: the one it asks for, or the first for an only link; null where it has to ask for one.</summary>
    public static int? SlotOf(VpnRequest request, Link link) => link.Slot ?? (request.Links.Count == 1 ? 0 : null);

    /// <summary>The machines in the gateway's place; null where AWS runs it.</summary>
    public static Appliance? ApplianceOf(AwsGateway gateway) =>
        gateway.Kind == AwsGatewayKind.Appliance ? gateway.Appliance ?? new Appliance() : null;

    /// <summary>The machines in the gateway's place; null where Azure runs it.</summary>
    public static Appliance? ApplianceOf(AzureGateway gateway) =>
        gateway.Kind == AzureGatewayKind.Appliance ? gateway.Appliance ?? new Appliance() : null;

    /// <summary>How many instances or machines the Azure end of a link has, each with its own public address.</summary>
    public static int Endpoints(AzureGateway gateway) => ApplianceOf(gateway)?.Count ?? (gateway.ActiveActive ? 2 : 1);

    /// <summary>How many tunnels end on one instance of the Azure end: those of a VPN connection, or one from each machine.</summary>
    public static int TunnelsPerEndpoint(AwsGateway gateway) => ApplianceOf(gateway)?.Count ?? TunnelsPerVpnConnection;

    /// <summary>
    /// Whether tunnels from one machine in AWS share a key and an address: Azure knows one outside address by one connection,
    /// whichever of its own instances the tunnel comes from.
    /// </summary>
    public static bool SharesKeys(AwsGateway aws, AzureGateway azure) => ApplianceOf(aws) is not null && ApplianceOf(azure) is null;

    /// <summary>Whether its tunnels are WireGuard's.</summary>
    public static bool IsWireguard(AwsGateway aws, AzureGateway azure) =>
        ApplianceOf(aws)?.Software == ApplianceSoftware.Wireguard && ApplianceOf(azure)?.Software == ApplianceSoftware.Wireguard;
}
