using System.Globalization;
using System.Text;
using S2SVpn.Rehearsal.Lab.Layout;

namespace S2SVpn.Rehearsal.Lab.Daemons;

/// <summary>
/// The nftables rules of a gateway. A BGP speaker accepts only the peer that its own cloud was told of, through that
/// tunnel; the NAT rules of the gateway translate.
/// </summary>
internal static class RouterRules
{
    /// <summary>The mark of packets, and the routing table, that know tunnels only.</summary>
    public const int TunnelsOnly = 77;

    public static string Of(GatewayNode gateway, IReadOnlyList<LabTunnelEnd> ends, IReadOnlyList<MachineNode> machines)
    {
        var text = new StringBuilder("table ip lab {\n  chain speakers {\n    type filter hook input priority 0; policy accept;\n");
        foreach (var end in ends)
        {
            text.Append(end.Bgp is { } bgp
                ? $"    iifname \"{end.Device}\" ip saddr {bgp.Peer} ip daddr {bgp.Address} accept\n    iifname \"{end.Device}\" counter drop\n"
                : $"    iifname \"{end.Device}\" counter drop\n");
        }

        text.Append("  }\n");
        var rules = gateway.Translations.Select(rule => (rule, Devices: Devices(rule, ends))).Where(each => each.Devices.Length > 0).ToList();
        if (rules.Count > 0)
        {
            text.Append("  chain leaving {\n    type nat hook postrouting priority 100; policy accept;\n");
            foreach (var (rule, devices) in rules)
            {
                text.Append(rule switch
                {
                    { Outgoing: true, OneToOne: true } => $"    oifname {devices} ip saddr {rule.From} snat ip prefix to {rule.To}\n",
                    { Outgoing: true } => $"    oifname {devices} ip saddr {rule.From} snat to {rule.To.First}-{rule.To.Last}\n",
                    { OneToOne: true } => $"    iifname {devices} ip saddr {rule.From} snat ip prefix to {rule.To}\n",
                    _ => $"    iifname {devices} ip saddr {rule.From} snat to {rule.To.First}-{rule.To.Last}\n",
                });
            }

            AppendMarks(text, rules);
            text.Append("  }\n  chain arriving {\n    type nat hook prerouting priority -100; policy accept;\n");
            foreach (var (rule, devices) in rules.Where(each => each.rule.OneToOne))
            {
                // Where one is to one, the other end may begin as well; and the own machines reach it by the new address.
                text.Append(rule.Outgoing
                    ? $"    iifname {devices} ip daddr {rule.To} dnat ip prefix to {rule.From}\n"
                    : $"    iifname != {devices} ip daddr {rule.To} dnat ip prefix to {rule.From}\n");
            }

            text.Append("  }\n");
        }

        AppendClosed(text, gateway, ends, machines);
        return text.Append("}\n").ToString();
    }

    /// <summary>The wire from a gateway's router to the machine at that place among its machines.</summary>
    public static string WireOf(int index) => string.Create(CultureInfo.InvariantCulture, $"lan{index + 1}");

    private static void AppendClosed(StringBuilder text, GatewayNode gateway, IReadOnlyList<LabTunnelEnd> ends, IReadOnlyList<MachineNode> machines)
    {
        text.Append("  chain closed {\n    type filter hook forward priority 0; policy accept;\n");
        foreach (var way in gateway.BlockedPaths)
        {
            string[] wires = [.. machines.Select((machine, index) => (machine, index)).Where(each => way.Concerns(each.machine)).Select(each => $"\"{WireOf(each.index)}\"")];
            string[] devices = [.. ends.Where(end => end.Address == way.Connection).Select(end => $"\"{end.Device}\"")];
            if (wires.Length > 0 && devices.Length > 0)
            {
                var (from, to) = way.FromVpc ? (wires, devices) : (devices, wires);
                text.Append($"    iifname {{ {string.Join(", ", from)} }} oifname {{ {string.Join(", ", to)} }} drop\n");
            }
        }

        text.Append("  }\n");
    }

    // What goes to the other end by its new address has to go into a tunnel, also where the real one is an address of this side.
    private static void AppendMarks(StringBuilder text, IEnumerable<(NatRule Rule, string Devices)> rules)
    {
        text.Append("  }\n  chain leading {\n    type filter hook prerouting priority -150; policy accept;\n");
        foreach (var (rule, devices) in rules.Where(each => !each.Rule.Outgoing))
        {
            text.Append($"    iifname != {devices} ip daddr {rule.To} meta mark set {TunnelsOnly}\n");
        }
    }

    private static string Devices(NatRule rule, IReadOnlyList<LabTunnelEnd> ends)
    {
        var devices = ends.Where(end => rule.Connections.Contains(end.Connection)).Select(end => $"\"{end.Device}\"").ToList();
        return devices.Count == 0 ? "" : $"{{ {string.Join(", ", devices)} }}";
    }
}
