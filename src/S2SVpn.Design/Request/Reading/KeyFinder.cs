using S2SVpn.Design.Findings;
using S2SVpn.Design.Request.Shapes;

namespace S2SVpn.Design.Request.Reading;

/// <summary>Knows where each key of a request belongs, to help with one that stands elsewhere.</summary>
internal static class KeyFinder
{
    private static readonly Lazy<ILookup<string, string>> Homes = new(() =>
        Below(RecordShape.Of(typeof(VpnRequest)), "").ToLookup(pair => pair.Key, pair => pair.Home, StringComparer.OrdinalIgnoreCase));

    /// <summary>The key of the record that was meant, where one is near.</summary>
    public static string? Meant(RecordShape record, string name) => Nearest.To(name, record.Keys.SelectMany(key => key.Names));

    /// <summary>Whether a message may repeat a key that its record doesn't know: some write a secret in its place.</summary>
    /// <param name="name">The key.</param>
    /// <param name="record">Where it stands; null where that is not known.</param>
    /// <param name="notShown">Whether the keys themselves may be expected there.</param>
    public static bool MayShow(string name, RecordShape? record, bool notShown) =>
        Homes.Value.Contains(name)
        || (!SecretWords.LooksGenerated(name) && (!notShown || SecretWords.IsOnlyWords(name) || (record is not null && Meant(record, name) is not null)));

    /// <summary>What to do about a key that its record doesn't know.</summary>
    public static string Fix(RecordShape record, string name, string? meant, RequestPath written)
    {
        var known = string.Join(", ", record.Keys.Select(key => key.Name));
        var hint = meant is not null ? $"Did you mean {meant}?"
            : Home(name, written.ToString()) is { } home ? $"{name} belongs {(home.Length == 0 ? "at the top, without indentation" : $"under {home}")}."
            : "Remove it.";
        return $"{hint} Keys here: {known}.";
    }

    /// <summary>The place that knows the key and is nearest to the one where it stands.</summary>
    private static string? Home(string name, string written) => Homes.Value[name]
        .OrderByDescending(home => home.Zip(written).TakeWhile(pair => pair.First == pair.Second).Count())
        .ThenBy(home => home.Length)
        .FirstOrDefault();

    private static IEnumerable<(string Key, string Home)> Below(RecordShape record, string path)
    {
        foreach (var key in record.Keys)
        {
            foreach (var name in key.Names)
            {
                yield return (name, path);
            }

            var (inner, step) = key.Shape switch
            {
                ListShape { Item: RecordShape item } => (item, key.Singular ?? $"{key.Name}[]"),
                MapShape { Item: RecordShape item, SingleName: not null } => (item, key.Name),
                MapShape { Item: RecordShape item } => (item, $"{key.Name}.<name>"),
                RecordShape one => (one, key.Name),
                _ => (null, ""),
            };
            foreach (var pair in inner is null ? [] : Below(inner, path.Length == 0 ? step : $"{path}.{step}"))
            {
                yield return pair;
            }
        }
    }
}
