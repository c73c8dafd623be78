using System.Globalization;
using System.Text.RegularExpressions;
using S2SVpn.Rehearsal.Lab.Layout;

namespace S2SVpn.Rehearsal.Lab.Explain;

/// <summary>Settings of a machine's strongSwan and kernel with which no tunnel comes up: the lab has its own kernel and starts charon by its own settings.</summary>
internal static partial class MachineSettings
{
    private const string Strongswan = "/etc/strongswan.conf";

    // What a message of IKE with a large group takes, as it is sent: datatracker.ietf.org/doc/html/rfc7383.
    private const int SmallestPacket = 1280;

    // docs.strongswan.org/docs/latest/swanctl/swanctlConf.html
    private static readonly (string Setting, string Consequence)[] OfConnections =
    [
        ("mark_in", "only packets with that mark go through its tunnel, and nothing on the machine sets it"),
        ("mark_out", "only packets with that mark go through its tunnel, and nothing on the machine sets it"),
        ("interface", "only packets of that interface go through its tunnel"),
        ("hw_offload", "a cloud's network cards don't encrypt by themselves, and strongSwan then refuses the tunnel"),
    ];

    private static readonly string[] Idle = ["0", "no", "auto"];

    public static IEnumerable<string> Causes(ApplianceMachineNode machine) => OfStrongswan(machine).Concat(OfModules(machine)).Concat(OfCron(machine));

    private static IEnumerable<string> OfStrongswan(ApplianceMachineNode machine)
    {
        foreach (var (name, connection) in machine.Ends)
        {
            var child = connection.Section("children").Section(name);
            foreach (var (setting, consequence) in OfConnections.Where(each => child.Text(each.Setting) is { } value && !Idle.Contains(value)))
            {
                yield return $"The connection {name} of {machine.Name} has {setting} = {child.Text(setting)}: {consequence}.";
            }
        }

        if (machine.Ends.Count == 0)
        {
            yield break;
        }

        if (machine.Files.GetValueOrDefault(Strongswan) is { } replaced && !replaced.Contains("include strongswan.d/", StringComparison.Ordinal) && !replaced.Contains("include /etc/strongswan.d/", StringComparison.Ordinal))
        {
            yield return $"strongSwan on {machine.Name} reads nothing of /etc/strongswan.d: {Strongswan} of its user data does not include it.";
        }

        foreach (var (path, text) in machine.Files.Where(file => file.Key == Strongswan || file.Key.StartsWith("/etc/strongswan.d/", StringComparison.Ordinal)))
        {
            var content = Comment().Replace(text, "");
            var bad = Off().Matches(content).Concat(Only().Matches(content))
                .Concat(Packet().Matches(content).Where(match => int.TryParse(match.Groups["size"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size < SmallestPacket));
            foreach (var match in bad)
            {
                yield return $"strongSwan on {machine.Name} has '{Space().Replace(match.Value.Trim(), " ")}' ({path}), with which no tunnel comes up.";
            }
        }
    }

    // A module that is not to be loaded isn't loaded when it is asked for: man 5 modprobe.d.
    private static IEnumerable<string> OfModules(ApplianceMachineNode machine) =>
        from file in machine.Files
        where file.Key.StartsWith("/etc/modprobe.d/", StringComparison.Ordinal)
        from match in Module().Matches(Comment().Replace(file.Value, ""))
        where (match.Groups["module"].Value == "wireguard" ? machine.WireguardEnds.Count : machine.Ends.Count) > 0
        select $"The kernel of {machine.Name} may not load {match.Groups["module"].Value} ({file.Key}), without which no tunnel comes up.";

    private static IEnumerable<string> OfCron(ApplianceMachineNode machine) =>
        from file in machine.Files
        where file.Key.StartsWith("/etc/cron", StringComparison.Ordinal)
        let match = Stop().Match(Comment().Replace(file.Value, ""))
        where match.Success
        select $"{file.Key} of {machine.Name} stops what its tunnels need: {match.Value}.";

    [GeneratedRegex(@"#.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"\b(kernel-netlink|openssl|vici|socket-default)\s*\{[^{}]*?\b(load|use_ipv4)\s*=\s*(no|false|off|0)\b[^{}]*\}")]
    private static partial Regex Off();

    [GeneratedRegex(@"\binterfaces_(use|ignore)\s*=\s*\S+")]
    private static partial Regex Only();

    [GeneratedRegex(@"\bmax_packet\s*=\s*(?<size>\d+)")]
    private static partial Regex Packet();

    [GeneratedRegex(@"^\s*(blacklist\s+(?<module>esp4|xfrm_\w+|wireguard)\b|install\s+(?<module>esp4|xfrm_\w+|wireguard)\s+\S*(false|true)\b)", RegexOptions.Multiline)]
    private static partial Regex Module();

    [GeneratedRegex(@"systemctl\s+(stop|disable|mask|kill)\s[^;&|\n]*(strongswan|bird|s2s-|wg-quick)[^\s;&|]*")]
    private static partial Regex Stop();
}
