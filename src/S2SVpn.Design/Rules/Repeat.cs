using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules;

/// <summary>A value that is given several times where each has to be another.</summary>
internal sealed record Repeat<T>(T Value, ValueList<RequestPath> Paths)
{
    /// <summary>The violation: where it is given, and what all of those are.</summary>
    public Violation Violation(RuleContext context, string what) => new(
        $"{Phrase.Some([.. Paths.Select(context.FormatPath)])} are {(Paths.Count == 2 ? "both" : "all")} {what}",
        [.. Paths.Skip(1), Paths[0]]);
}

/// <summary>Finds values that are given several times.</summary>
internal static class Repeat
{
    public static IEnumerable<Repeat<T>> Of<T>(IEnumerable<Located<T>> values, IEqualityComparer<T>? comparer = null) => values
        .GroupBy(value => value.Value, comparer)
        .Where(same => same.Count() > 1)
        .Select(same => new Repeat<T>(same.Key, same.Select(value => value.Path).ToValueList()));
}
