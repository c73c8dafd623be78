using S2SVpn.Design.Request.Shapes;

namespace S2SVpn.Design.Request.Comparing;

/// <summary>The entries of two maps by name.</summary>
internal static class Maps
{
    /// <summary>The names of both, each in its order; what both have has to stand in the same order.</summary>
    public static IEnumerable<string> Names(MapShape map, object before, object after)
    {
        var (left, right, at) = (Keys(map, before), Keys(map, after), 0);
        foreach (var name in left)
        {
            if (right.IndexOf(name) is var found and >= 0)
            {
                foreach (var added in right[at..found])
                {
                    yield return added;
                }

                at = found + 1;
            }

            yield return name;
        }

        foreach (var added in right[at..])
        {
            yield return added;
        }
    }

    public static object? Find(MapShape map, object value, string name) => map.Entries(value).FirstOrDefault(entry => entry.Key == name).Value;

    /// <summary>Whether what both have stands in the same order: what is carved from a network follows it.</summary>
    public static bool HaveSameOrder(MapShape map, object before, object after)
    {
        var (left, right) = (Keys(map, before), Keys(map, after));
        return left.Where(right.Contains).SequenceEqual(right.Where(left.Contains));
    }

    private static List<string> Keys(MapShape map, object value) => [.. map.Entries(value).Select(entry => entry.Key)];
}
