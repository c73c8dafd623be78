using System.Text.RegularExpressions;
using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Lab.Layout;

namespace S2SVpn.Rehearsal.Lab.Explain;

/// <summary>What a machine's own filter lets through that no cloud filters: security groups do not see what comes out of a tunnel on the machine itself.</summary>
internal static partial class MachineFilterRules
{
    // Of the tunnels' interfaces, which s2s-network makes: 1400 bytes with the headers of IP and TCP.
    private const int LargestSegment = 1360;

    public static IEnumerable<string> Causes(ApplianceMachineNode machine)
    {
        var chains = Chain().Matches(machine.FilterRules).Select(match => match.Value).ToList();
        if (!IsClosed(machine, chains, "input"))
        {
            yield return $"The filter of {machine.Name} lets in what comes out of a tunnel for the machine itself: none of its rules for input drops it.";
        }

        if (!IsClosed(machine, chains, "forward"))
        {
            yield return $"The filter of {machine.Name} forwards between the tunnels and its network what no rule lists: none of its rules for forward drops it.";
        }

        if (chains.Where(chain => chain.Contains("hook input ", StringComparison.Ordinal)).SelectMany(chain => Lines(chain).TakeWhile(line => !Drop().IsMatch(line))).FirstOrDefault(LetsIn) is { } wide)
        {
            yield return $"The filter of {machine.Name} lets in what comes out of a tunnel for the machine itself, beyond pings and BGP: {wide}.";
        }

        var forward = chains.Where(chain => chain.Contains("hook forward ", StringComparison.Ordinal)).SelectMany(Lines).ToList();
        if (forward.FirstOrDefault(line => ForwardsMore(machine, line)) is { } open)
        {
            yield return $"The filter of {machine.Name} forwards between the tunnels and its network what no link carries: {open}.";
        }

        if (forward.TakeWhile((_, index) => forward.Skip(index + 1).Any(IsAccept)).FirstOrDefault(line => Refusal().IsMatch(line) && !line.Contains("ct state invalid", StringComparison.Ordinal)) is { } lost)
        {
            yield return $"The filter of {machine.Name} drops some of what it has to forward, before any rule accepts it: {lost}.";
        }

        foreach (var (direction, words) in new[] { ("iifname", "out of"), ("oifname", "into") }.Where(way => !FitsSegments(machine, way.Item1)))
        {
            yield return $"The filter of {machine.Name} does not lower the segments of the TCP connections that come {words} its tunnels ({direction}, maxseg size) to {LargestSegment} bytes or less: what is larger does not fit into a tunnel.";
        }
    }

    private static IEnumerable<string> Lines(string chain) => chain.Split('\n').Select(line => line.Split('#')[0].Trim()).Where(line => line.Length > 0 && !line.StartsWith("chain ", StringComparison.Ordinal) && !line.StartsWith("type ", StringComparison.Ordinal));

    private static bool IsAccept(string line) => Acceptance().IsMatch(line);

    private static bool LetsIn(string line) => IsAccept(line) && IsOfTunnels(line)
        && !line.Contains("icmp", StringComparison.Ordinal) && !Established().IsMatch(line)
        && !(line.Contains("ip saddr ", StringComparison.Ordinal) && Bgp().IsMatch(line));

    // What comes in has networks that the machine has routes for, or takes by BGP.
    private static bool ForwardsMore(ApplianceMachineNode machine, string line)
    {
        if (!IsAccept(line) || !IsOfTunnels(line) || Established().IsMatch(line))
        {
            return false;
        }

        if (!Source().IsMatch(line) || !line.Contains("ip daddr ", StringComparison.Ordinal))
        {
            return true;
        }

        var beyond = machine.TunnelLines.SelectMany(tunnel => machine.StaticRoutes(tunnel[0]).Concat(BirdImport.Networks(machine.Session(tunnel[0]) ?? ""))).ToList();
        var from = Source().Match(line).Groups["networks"].Value.Trim('{', '}', ' ').Split(',', StringSplitOptions.TrimEntries);
        return line.StartsWith("iifname", StringComparison.Ordinal) && beyond.Count > 0
            && from.Any(text => Cidr.TryParse(text, out var network, out _) && !beyond.Any(own => own.Contains(network)));
    }

    private static bool IsOfTunnels(string line) => !Interface().IsMatch(line) || Interface().Matches(line).Any(match => match.Value.Contains("\"s2s", StringComparison.Ordinal));

    private static bool FitsSegments(ApplianceMachineNode machine, string direction) =>
        machine.FilterRules.Split('\n').Select(line => Segments().Match(line)).Any(match => match.Success
            && (match.Groups["direction"].Value is "" || match.Groups["direction"].Value == direction)
            && (!int.TryParse(match.Groups["size"].Value, out var size) || size <= LargestSegment));

    private static bool IsClosed(ApplianceMachineNode machine, IEnumerable<string> chains, string hook) =>
        chains.Where(chain => chain.Contains($"hook {hook} ", StringComparison.Ordinal)).Any(chain => chain.Contains("policy drop", StringComparison.Ordinal)
            || chain.Split('\n').Select(line => line.Trim()).Any(line => line is "drop" or "reject" || (Drop().Match(line) is { Success: true } drop && IsEach(machine, drop.Groups["names"].Value))));

    private static bool IsEach(ApplianceMachineNode machine, string names) =>
        names.Contains("\"s2s*\"", StringComparison.Ordinal) || machine.TunnelLines.All(line => names.Contains($"\"{line[0]}\"", StringComparison.Ordinal));

    [GeneratedRegex(@"\baccept$")]
    private static partial Regex Acceptance();

    [GeneratedRegex(@"\b(drop|reject)\b")]
    private static partial Regex Refusal();

    [GeneratedRegex(@"\bct state (established|related)(\s*,\s*(established|related))*\b(?!,)")]
    private static partial Regex Established();

    [GeneratedRegex(@"\btcp dport 179\b")]
    private static partial Regex Bgp();

    [GeneratedRegex("\\b[io]ifname (\"[^\"]+\"|\\{[^}]+\\})")]
    private static partial Regex Interface();

    [GeneratedRegex(@"\bip saddr (?<networks>\{[^}]+\}|[\d./]+)")]
    private static partial Regex Source();

    [GeneratedRegex(@"chain \w+ \{\n(?:[^{}]|\{[^{}]*\})*\}")]
    private static partial Regex Chain();

    [GeneratedRegex(@"^\s*((?<direction>[io]ifname)\s[^#]*)?[^#]*\bmaxseg\ssize\sset\s(?<size>\d+|rt mtu)")]
    private static partial Regex Segments();

    [GeneratedRegex("^iifname (?<names>\"[^\"]+\"|\\{[^}]+\\}) (counter )?(drop|reject)$")]
    private static partial Regex Drop();
}
