using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Measurement;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Explain;

/// <summary>What a connection that nobody designed takes away from the tunnels of its gateway.</summary>
internal static class StrangerExplainer
{
    /// <summary>The first static route of one for a network of a tunnel, or for a part of it; null for none.</summary>
    public static WeakTunnel? Of(CheckContext context, TunnelPair tunnelPair, LabTunnelEnd end, IReadOnlyList<string> networks) => (
        from stranger in context.Lab.Layout.Ends
        where stranger.Cloud == end.Cloud && stranger.Gateway == end.Gateway && IsStranger(context, stranger)
        from route in stranger.StaticRoutes.Concat(stranger.BesideBgp)
        where networks.Any(network => Cidr.Parse(network).Contains(route))
        select new WeakTunnel($"{route} goes to {stranger.PeerOutside}", new LabExplanation
        {
            Cause = $"{stranger.Address} was not designed, and leads {route} to {stranger.PeerOutside}: of two routes the longer counts, and of equal ones either.",
            Resources = [stranger.Address, stranger.PeerAddress, .. stranger.StaticRouteResources, end.Address],
            RequestPath = tunnelPair.Tunnel.RequestPath,
        })).FirstOrDefault();

    private static bool IsStranger(CheckContext context, LabTunnelEnd end) =>
        !context.TunnelPairs.Any(pair => pair.Ends.Any(each => each.Address == end.Address))
        && !context.Design.Tunnels.Any(tunnel => tunnel.AwsConnection == end.Connection || tunnel.AzureConnection == end.Connection);
}
