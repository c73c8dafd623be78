using S2SVpn.Design.Request.Shapes;

namespace S2SVpn.Design.Request.Comparing;

/// <summary>The entries of two maps by name.</summary>
internal static class Maps
{
    /// <summary>The names of both, those of the first before what only the second has.</summary>
    public static IEnumerable<string> Names(MapShape map, object before, object after) =>
        map.Entries(before).Concat(map.Entries(after)).Select(entry => entry.Key).Distinct();

    public static object? Find(MapShape map, object value, string name) => map.Entries(value).FirstOrDefault(entry => entry.Key == name).Value;

    /// <summary>Whether what both have stands in the same order: what is carved from a network follows it.</summary>
    public static bool HaveSameOrder(MapShape map, object before, object after)
    {
        var (left, right) = (map.Entries(before).Select(entry => entry.Key).ToList(), map.Entries(after).Select(entry => entry.Key).ToList());
        return left.Where(right.Contains).SequenceEqual(right.Where(left.Contains));
    }
}
