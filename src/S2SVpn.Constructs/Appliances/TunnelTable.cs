using System.Globalization;
using S2SVpn.Design.Request;

namespace S2SVpn.Constructs.Appliances;

/// <summary>
/// The tunnels of a machine for its scripts, one in a line: interface, a number of the software's own, both inside addresses, how it is routed,
/// whether this end starts it, static routes.
/// </summary>
internal static class TunnelTable
{
    public static ApplianceFile Of(ApplianceMachine machine, Func<ApplianceTunnel, int> number) => new("/etc/s2s/tunnels", string.Concat(machine.Tunnels.Select(tunnel => string.Join(' ', new[]
    {
        tunnel.Plan.Interface,
        number(tunnel).ToString(CultureInfo.InvariantCulture),
        tunnel.Plan.LocalAddress.ToString(),
        tunnel.Plan.RemoteAddress.ToString(),
        tunnel.Routing == Routing.Bgp ? "bgp" : "static",
        tunnel.Plan.Starts ? "starts" : "waits",
    }.Concat(tunnel.Routing == Routing.Bgp ? [] : tunnel.RemoteNetworks.Select(network => network.ToString()))) + "\n")));
}
