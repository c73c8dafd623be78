using System.Text.RegularExpressions;
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

        foreach (var (direction, words) in new[] { ("iifname", "out of"), ("oifname", "into") }.Where(way => !FitsSegments(machine, way.Item1)))
        {
            yield return $"The filter of {machine.Name} does not lower the segments of the TCP connections that come {words} its tunnels ({direction}, maxseg size) to {LargestSegment} bytes or less: what is larger does not fit into a tunnel.";
        }
    }

    private static bool FitsSegments(ApplianceMachineNode machine, string direction) =>
        machine.FilterRules.Split('\n').Select(line => Segments().Match(line)).Any(match => match.Success
            && (match.Groups["direction"].Value is "" || match.Groups["direction"].Value == direction)
            && (!int.TryParse(match.Groups["size"].Value, out var size) || size <= LargestSegment));

    private static bool IsClosed(ApplianceMachineNode machine, IEnumerable<string> chains, string hook) =>
        chains.Where(chain => chain.Contains($"hook {hook} ", StringComparison.Ordinal)).Any(chain => chain.Contains("policy drop", StringComparison.Ordinal)
            || chain.Split('\n').Select(line => line.Trim()).Any(line => line is "drop" or "reject" || (Drop().Match(line) is { Success: true } drop && IsEach(machine, drop.Groups["names"].Value))));

    private static bool IsEach(ApplianceMachineNode machine, string names) =>
        names.Contains("\"s2s*\"", StringComparison.Ordinal) || machine.TunnelLines.All(line => names.Contains($"\"{line[0]}\"", StringComparison.Ordinal));

    [GeneratedRegex(@"chain \w+ \{\n(?:[^}]|\{[^}]*\})*\}")]
    private static partial Regex Chain();

    [GeneratedRegex(@"^\s*((?<direction>[io]ifname)\s[^#]*)?[^#]*\bmaxseg\ssize\sset\s(?<size>\d+|rt mtu)")]
    private static partial Regex Segments();

    [GeneratedRegex("^iifname (?<names>\"[^\"]+\"|\\{[^}]+\\}) (counter )?(drop|reject)$")]
    private static partial Regex Drop();
}
