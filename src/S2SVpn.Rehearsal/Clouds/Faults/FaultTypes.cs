using S2SVpn.Rehearsal.Clouds.Schemas;

namespace S2SVpn.Rehearsal.Clouds.Faults;

/// <summary>The resource types that something can go wrong with.</summary>
internal static class FaultTypes
{
    private const int Shown = 3;
    private const int Letters = 3;

    /// <exception cref="FormatException">One of the types is not simulated.</exception>
    public static void Require(IEnumerable<string> types)
    {
        string[] known = [.. SchemaReader.ReadEmbedded().SelectMany(provider => provider.Value.Resources).Select(type => type.Key)];
        if (types.FirstOrDefault(type => !known.Contains(type)) is { } unknown)
        {
            throw new FormatException($"No simulated cloud has the resource type '{unknown}', so no fault of it can happen. The nearest are {string.Join(", ", Near(unknown, known))}.");
        }
    }

    private static IEnumerable<string> Near(string given, IEnumerable<string> known) =>
        known.OrderByDescending(type => 2.0 * Parts(type).Intersect(Parts(given)).Count() / (Parts(type).Count + Parts(given).Count)).ThenBy(type => type, StringComparer.Ordinal).Take(Shown);

    private static HashSet<string> Parts(string word) => [.. Enumerable.Range(0, Math.Max(1, word.Length - Letters + 1)).Select(at => word.Substring(at, Math.Min(Letters, word.Length - at)))];
}
