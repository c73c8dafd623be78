using S2SVpn.Design.Network;

namespace S2SVpn.Design.Rules;

/// <summary>Finds networks that overlap. Two networks overlap only where one lies inside the other.</summary>
internal static class OverlapFinder
{
    // Networks lie in each other at most 33 deep: more are copies, and enough of those have been found by then.
    private const int Most = 200;

    /// <summary>The outermost networks that others lie in, each with those others.</summary>
    /// <param name="items">What has a network. Of equal ones the first counts as the outer.</param>
    /// <param name="cidr">The network of an item.</param>
    /// <param name="clash">Whether an outer and an inner network may not overlap.</param>
    public static IEnumerable<(T Outer, List<T> Inner)> Find<T>(
        IEnumerable<T> items, Func<T, Cidr> cidr, Func<T, T, bool> clash)
        where T : class
    {
        // Sorted by their start, larger ones first, every network comes after the ones around it, so that these are
        // exactly those on the stack that don't end before it.
        var found = new Dictionary<T, List<T>>(ReferenceEqualityComparer.Instance);
        List<T> around = [];
        foreach (var item in items.OrderBy(cidr))
        {
            around.RemoveAll(outer => !cidr(outer).Contains(cidr(item)));
            if (around.Find(outer => clash(outer, item)) is { } first)
            {
                if (!found.TryGetValue(first, out var inner))
                {
                    found[first] = inner = [];
                }

                inner.Add(item);
            }

            if (around.Count < Most)
            {
                around.Add(item);
            }
        }

        return found.Select(entry => (entry.Key, entry.Value));
    }
}
