using System.Text;
using S2SVpn.Design;
using S2SVpn.Design.Network;

namespace S2SVpn.Constructs.Appliances;

/// <summary>
/// nftables rules of a machine: between the tunnels and its own network passes what belongs there and nothing else, in segments that fit into a
/// tunnel.
/// </summary>
internal static class FilterRules
{
    // For Azure's gateways (learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpn-devices#tcp).
    private const int SegmentSize = 1350;

    private const int Bgp = 179;

    public static string Of(ApplianceMachine machine)
    {
        var text = new StringBuilder("table inet s2s\ndelete table inet s2s\ntable inet s2s {\n");
        text.Append("  chain forward {\n    type filter hook forward priority filter; policy drop;\n");
        text.Append($"    oifname \"s2s*\" tcp flags & (syn|rst) == syn tcp option maxseg size set {SegmentSize}\n");
        text.Append($"    iifname \"s2s*\" tcp flags & (syn|rst) == syn tcp option maxseg size set {SegmentSize}\n");
        // The same whichever of a link's tunnels it comes by: the two ends need not choose alike.
        foreach (var link in machine.Tunnels.GroupBy(tunnel => tunnel.Plan.Tunnel.Link).Select(tunnels => tunnels.ToList()))
        {
            var (names, local, remote) = (Names(link), Set(link[0].LocalNetworks), Set(link[0].RemoteNetworks));
            text.Append($"    iifname {names} ip saddr {remote} ip daddr {local} accept\n");
            text.Append($"    oifname {names} ip saddr {local} ip daddr {remote} accept\n");
        }

        text.Append("  }\n  chain input {\n    type filter hook input priority filter; policy accept;\n");
        text.Append("    iifname \"s2s*\" ip protocol icmp accept\n");
        foreach (var tunnel in machine.Tunnels.Where(tunnel => tunnel.Routing == Design.Request.Routing.Bgp))
        {
            var peer = $"    iifname \"{tunnel.Plan.Interface}\" ip saddr {tunnel.Plan.RemoteAddress}";
            text.Append($"{peer} tcp dport {Bgp} accept\n{peer} tcp sport {Bgp} ct state established accept\n");
        }

        return text.Append("    iifname \"s2s*\" drop\n  }\n}\n").ToString();
    }

    private static string Names(IEnumerable<ApplianceTunnel> tunnels) => $"{{ {string.Join(", ", tunnels.Select(tunnel => $"\"{tunnel.Plan.Interface}\""))} }}";

    private static string Set(ValueList<Cidr> networks) => $"{{ {string.Join(", ", networks)} }}";
}
