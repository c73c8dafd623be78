using System.Globalization;

namespace S2SVpn.Design.Rules;

/// <summary>How findings put values into words.</summary>
internal static class Phrase
{
    /// <summary>a, b and c.</summary>
    public static string And(IEnumerable<string> items) => Join(items, "and");

    /// <summary>a, b or c.</summary>
    public static string Or(IEnumerable<string> items) => Join(items, "or");

    /// <summary>The first three, and how many more there are.</summary>
    public static string Some(IReadOnlyList<string> items) => items.Count <= 3
        ? And(items)
        : And([.. items.Take(3), Count(items.Count - 3, "more", "more")]);

    /// <summary>The words of those members of an enum.</summary>
    public static string Every<T>(Func<T, bool> which)
        where T : struct, Enum => And(Enum.GetValues<T>().Where(which).Select(Words.Of));

    /// <summary>1 tunnel, 4 tunnels.</summary>
    public static string Count(int count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many ?? $"{one}s")}");

    private static string Join(IEnumerable<string> items, string word) => items.ToList() switch
    {
        [] => "",
        [var only] => only,
        [.. var most, var last] => $"{string.Join(", ", most)} {word} {last}",
    };
}
