using System.Text.RegularExpressions;
using S2SVpn.Design.Network;

namespace S2SVpn.Rehearsal.Lab.Layout;

/// <summary>What a BGP session of bird.conf takes from its peer.</summary>
internal static partial class BirdImport
{
    /// <summary>What it takes beyond some networks and their parts; null where it takes no more, or by a filter that stands elsewhere.</summary>
    public static string? Beyond(string session, IReadOnlyList<Cidr> networks)
    {
        if (Clause().Match(session) is not { Success: true } clause)
        {
            return null;
        }

        var what = clause.Groups["what"].Value;
        return what == "all" || (what.StartsWith("filter {", StringComparison.Ordinal) && !what.Contains("reject;", StringComparison.Ordinal))
            ? "any network"
            : Network().Matches(what).Select(match => Cidr.TryParse(match.Value, out var network, out _) && !networks.Any(own => own.Contains(network)) ? $"{network}" : null)
                .FirstOrDefault(network => network is not null);
    }

    /// <summary>The networks that its filter lets in, with their parts.</summary>
    public static IEnumerable<Cidr> Networks(string session) => Clause().Match(session) is { Success: true } clause
        ? Network().Matches(clause.Groups["what"].Value).Where(match => Cidr.TryParse(match.Value, out _, out _)).Select(match => Cidr.Parse(match.Value))
        : [];

    [GeneratedRegex(@"^\s*import (?<what>filter \{.*?\}|[^;{]*);", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Clause();

    [GeneratedRegex(@"\d+\.\d+\.\d+\.\d+/\d+")]
    private static partial Regex Network();
}
