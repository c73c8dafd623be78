using System.Text.RegularExpressions;
using S2SVpn.Tests.Support;

namespace S2SVpn.Rehearsal.Tests.Mutants;

/// <summary>
/// What changes nothing that a rehearsal is about, by the resource's address and argument, and at will what became of it, with the reason:
/// harmless.txt beside this file. A star stands for anything.
/// </summary>
internal static class HarmlessMutants
{
    public static IReadOnlyList<(string Pattern, string Reason)> All { get; } =
    [
        .. File.ReadAllLines(Repository.File("tests", "S2SVpn.Rehearsal.Tests", "Mutants", "harmless.txt"))
            .Where(line => line.Length > 0 && !line.StartsWith('#'))
            .Select(line => line.Split('|', 2))
            .Select(parts => (parts[0].Trim(), parts[1].Trim())),
    ];

    public static bool Has(Mutant mutant) => mutant.Kinds.Any(kind => All.Any(each => Is(kind, each.Pattern)));

    public static bool Is(string kind, string pattern) => Regex.IsMatch(kind, $"^{Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal)}$", RegexOptions.CultureInvariant);
}
