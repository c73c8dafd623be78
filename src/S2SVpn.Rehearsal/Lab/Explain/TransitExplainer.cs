using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Measurement;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Explain;

/// <summary>What a static route of a transit gateway takes away from a tunnel.</summary>
internal static class TransitExplainer
{
    /// <summary>The first route that leads a network of a tunnel elsewhere, once its gateway has it; null for none.</summary>
    public static WeakTunnel? Of(CheckContext context, TunnelPair tunnelPair, LabTunnelEnd end, IReadOnlyList<string> networks)
    {
        if (tunnelPair.Aws is not { } aws || tunnelPair.Azure is null)
        {
            return null;
        }

        var gateway = context.Lab.Layout.Gateway(aws.Gateway);
        var learned = networks.Select(Cidr.Parse).ToList();
        var fromAzure = end.Cloud == Cloud.Azure;
        var route = gateway.TransitRoutes.FirstOrDefault(route => fromAzure == (route.From == aws.Address)
            && (fromAzure || !context.Lab.Layout.Ends.Any(other => other.Address == route.From))
            && learned.Exists(network => network.Contains(route.Network))
            && (!context.Lab.Layout.Arrives(gateway, route) || (!fromAzure && Bypasses(context, route, aws))));
        return route is null ? null : new(
            $"{route.Network} goes {Where(route)}",
            new LabExplanation
            {
                Cause = context.Lab.Layout.Arrives(gateway, route)
                    ? $"{route.Address} sends {route.Network} to {route.Target} alone: in the transit gateway a static route counts before what the connections propagate, so that nothing for it takes this tunnel."
                    : Cause(route),
                Resources = [route.Address, gateway.Address],
                RequestPath = tunnelPair.Tunnel.RequestPath,
            });
    }

    /// <summary>The route that leads away what one machine sends to another; null for none.</summary>
    public static TransitRoute? Between(CheckContext context, MachineNode from, Ipv4 target, MachineNode to)
    {
        var layout = context.Lab.Layout;
        var gateway = layout.Gateway(from.Cloud == Cloud.Aws ? from.Gateway : to.Gateway);
        return gateway.TransitRoutes.Count == 0 ? null
            : from.Cloud == Cloud.Aws ? layout.LedAway(gateway, from.Network, target)
            : layout.EndsOf(gateway).Select(end => layout.LedAway(gateway, end.Address, to.Address)).FirstOrDefault(route => route is not null);
    }

    public static string Cause(TransitRoute route) =>
        $"{route.Address} sends {route.Network} {Where(route)}: in the transit gateway a static route counts before a propagated one of the same network, and the longest route before all.";

    private static string Where(TransitRoute route) => route.Target is null ? "nowhere (blackhole)" : $"to {route.Target}";

    // A request without BGP has such a route for one connection.
    private static bool Bypasses(CheckContext context, TransitRoute route, LabTunnelEnd aws) => route.Connection is not null && route.Connection != aws.Address
        && !context.TunnelPairs.Any(pair => pair.Aws?.Address == route.Connection && !pair.Tunnel.Bgp && pair.Tunnel.AwsLearns.Contains($"{route.Network}"));
}
