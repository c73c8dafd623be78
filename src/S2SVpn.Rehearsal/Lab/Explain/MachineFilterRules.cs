using System.Text.RegularExpressions;
using S2SVpn.Rehearsal.Lab.Layout;

namespace S2SVpn.Rehearsal.Lab.Explain;

/// <summary>What a machine's own filter lets through that no cloud filters: security groups do not see what comes out of a tunnel on the machine itself.</summary>
internal static partial class MachineFilterRules
{
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
    }

    private static bool IsClosed(ApplianceMachineNode machine, IEnumerable<string> chains, string hook) =>
        chains.Where(chain => chain.Contains($"hook {hook} ", StringComparison.Ordinal)).Any(chain => chain.Contains("policy drop", StringComparison.Ordinal)
            || chain.Split('\n').Select(line => line.Trim()).Any(line => line is "drop" or "reject" || (Drop().Match(line) is { Success: true } drop && IsEach(machine, drop.Groups["names"].Value))));

    private static bool IsEach(ApplianceMachineNode machine, string names) =>
        names.Contains("\"s2s*\"", StringComparison.Ordinal) || machine.TunnelLines.All(line => names.Contains($"\"{line[0]}\"", StringComparison.Ordinal));

    [GeneratedRegex(@"chain \w+ \{\n(?:[^}]|\{[^}]*\})*\}")]
    private static partial Regex Chain();

    [GeneratedRegex("^iifname (?<names>\"[^\"]+\"|\\{[^}]+\\}) (counter )?(drop|reject)$")]
    private static partial Regex Drop();
}
