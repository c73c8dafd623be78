using System.Text;
using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Lab.Layout;

namespace S2SVpn.Rehearsal.Lab.Daemons;

/// <summary>Writes the filters of both clouds as nftables rules of the machine that they protect.</summary>
internal static class FilterRules
{
    /// <summary>The port, and the id of echoes, that the lab's own measurements use past the filters while they run.</summary>
    public const int MeasurementPort = 50222;

    public static string Of(MachineNode machine) => machine.Filter is { } filter ? Of(filter) : "";

    public static string Of(MachineFilter filter) => $$"""
        table inet filter {
          chain free {
          }
          chain anything {
          }
        {{string.Concat(filter.Each().Select((each, index) => Chain($"input{index}", "input", "iif", Lines(each.Inbound, "saddr", "daddr")) + Chain($"output{index}", "output", "oif", Lines(each.Outbound, "daddr", "saddr"))))}}}

        """;

    /// <summary>Opens or closes the way for measurements.</summary>
    public static string MeasurementTraffic(bool allow) => allow
        ? $"add rule inet filter free meta l4proto {{ tcp, udp }} th dport {MeasurementPort} accept\nadd rule inet filter free icmp id {MeasurementPort} accept\n"
        : "flush chain inet filter free\n";

    /// <summary>Lets everything pass, or no longer.</summary>
    public static string AllTraffic(bool open) => open ? "add rule inet filter anything accept\n" : "flush chain inet filter anything\n";

    // What one chain accepts still has to pass the next of the same hook.
    private static string Chain(string name, string hook, string device, string lines) => $$"""
          chain {{name}} {
            type filter hook {{hook}} priority 0; policy drop;
            {{device}} "lo" accept
            ct state established,related accept
            jump free
            jump anything
        {{lines}}  }

        """;

    private static string Lines(IEnumerable<FilterLine> lines, string peer, string own)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            text.Append("    ");
            text.Append(line.Peers.Count > 0 ? $"ip {peer} {Set(line.Peers)} " : "");
            text.Append(line.Own.Count > 0 ? $"ip {own} {Set(line.Own)} " : "");
            text.Append(line switch
            {
                { Protocol: "icmp" } => "meta l4proto icmp ",
                { Protocol: { } protocol, Ports: [] } => $"meta l4proto {protocol} ",
                { Protocol: { } protocol } => $"{protocol} dport {Set(line.Ports)} ",
                { Ports.Count: > 0 } => $"meta l4proto {{ tcp, udp }} th dport {Set(line.Ports)} ",
                _ => "",
            });
            text.Append(line.Allows ? "accept\n" : "drop\n");
        }

        return text.ToString();
    }

    // Networks that lie in others are no set for nftables.
    private static string Set(IReadOnlyList<Cidr> networks) =>
        Set(networks.Where(network => !networks.Any(other => other != network && other.Contains(network))).Distinct().Select(network => network.ToString()).ToList());

    private static string Set(IReadOnlyList<string> items) => $"{{ {string.Join(", ", items)} }}";
}
