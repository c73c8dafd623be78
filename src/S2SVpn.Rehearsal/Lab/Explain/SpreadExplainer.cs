using System.Globalization;
using S2SVpn.Design.Catalogue;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Measurement;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Explain;

/// <summary>What keeps a gateway from sending through all tunnels of a link at once.</summary>
internal static class SpreadExplainer
{
    /// <summary>Why the end's gateway sends nothing into this tunnel, or into one alone; null where all count the same.</summary>
    public static WeakTunnel? Of(CheckContext context, TunnelPair tunnelPair, LabTunnelEnd end) =>
        end.Cloud == Cloud.Aws ? OneAtATime(context, tunnelPair, end) : Heavier(context, tunnelPair, end);

    // docs.aws.amazon.com/vpc/latest/tgw/tgw-vpn-attachments.html
    private static WeakTunnel? OneAtATime(CheckContext context, TunnelPair tunnelPair, LabTunnelEnd end) =>
        tunnelPair.Tunnel.Spreads && context.Lab.Layout.Gateway(end.Gateway) is { Multipath: false } gateway
            ? new("no spreading", new LabExplanation
            {
                Cause = $"{gateway.Address} does not spread over equal routes (vpn_ecmp_support is disable): it sends through one tunnel, and the bandwidth of the others is not used.",
                Aws = "vpn_ecmp_support is disable",
                Resources = [gateway.Address],
                RequestPath = tunnelPair.Tunnel.AwsPath,
            })
            : null;

    // learn.microsoft.com/rest/api/network-gateway/virtual-network-gateway-connections/get (routingWeight, peerWeight)
    private static WeakTunnel? Heavier(CheckContext context, TunnelPair tunnelPair, LabTunnelEnd end)
    {
        var others = context.TunnelPairs.Where(pair => pair.Tunnel.RequestPath == tunnelPair.Tunnel.RequestPath).Select(pair => pair.Azure).OfType<LabTunnelEnd>().Where(other => other.Gateway == end.Gateway).ToList();
        return others.MaxBy(other => other.PeerWeight) is { } peer && peer.PeerWeight > end.PeerWeight ? Weak(tunnelPair, end, peer, "peer_weight", end.PeerWeight, peer.PeerWeight, [peer.PeerAddress, end.PeerAddress])
            : others.MaxBy(other => other.ConnectionWeight) is { } connection && connection.ConnectionWeight > end.ConnectionWeight ? Weak(tunnelPair, end, connection, "routing_weight", end.ConnectionWeight, connection.ConnectionWeight, [connection.Address, end.Address])
            : null;
    }

    private static WeakTunnel Weak(TunnelPair tunnelPair, LabTunnelEnd end, LabTunnelEnd heavy, string name, long own, long most, IReadOnlyList<string> resources) => new("nothing from Azure", new LabExplanation
    {
        Cause = string.Create(CultureInfo.InvariantCulture, $"'{heavy.Connection}' counts more than '{end.Connection}' ({name} is {most}, and here {own}): Azure sends all by the one that counts most, and nothing into this tunnel while that one is up."),
        Azure = string.Create(CultureInfo.InvariantCulture, $"{name} of '{heavy.Connection}' is {most}, of '{end.Connection}' {own}"),
        Resources = resources,
        RequestPath = tunnelPair.Tunnel.RequestPath,
    });
}
