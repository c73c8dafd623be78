using System.Text.RegularExpressions;

namespace S2SVpn.Rehearsal.Tests.Changes;

/// <summary>What <c>terraform graph -plan</c> tells: which operation really waits for which.</summary>
public sealed partial class TerraformGraph
{
    private readonly Dictionary<string, List<string>> _edges = new(StringComparer.Ordinal);

    public TerraformGraph(string dot)
    {
        foreach (var match in Edge().Matches(dot).Cast<Match>())
        {
            var (from, to) = (Name(match.Groups["from"].Value), Name(match.Groups["to"].Value));
            if (!_edges.TryGetValue(from, out var targets))
            {
                _edges[from] = targets = [];
            }

            targets.Add(to);
        }
    }

    /// <summary>Whether the one comes after the other: <c>aws_vpc.main</c>, or <c>aws_vpc.main (destroy)</c>.</summary>
    public bool Follows(string later, string earlier)
    {
        var (open, seen) = (new Stack<string>([later]), new HashSet<string>(StringComparer.Ordinal));
        while (open.TryPop(out var next))
        {
            foreach (var target in (_edges.GetValueOrDefault(next) ?? []).Where(seen.Add))
            {
                open.Push(target);
            }
        }

        return seen.Contains(earlier);
    }

    // A resource that is made first leaves a "deposed" one behind.
    private static string Name(string node) => Deposed().Replace(node.Replace("\\\"", "\""), "(destroy)");

    [GeneratedRegex("""^\s*"\[root\] (?<from>.+)" -> "\[root\] (?<to>.+)"$""", RegexOptions.Multiline)]
    private static partial Regex Edge();

    [GeneratedRegex(@"\(destroy deposed \w+\)")]
    private static partial Regex Deposed();
}
