namespace S2SVpn.Rehearsal.Changes.Plans;

/// <summary>Walks a graph.</summary>
internal static class Reachable
{
    /// <summary>What can be reached in one step or more; the start itself only where a cycle leads back to it.</summary>
    public static HashSet<T> From<T>(T start, Func<T, IEnumerable<T>> next)
    {
        var (found, open) = (new HashSet<T>(), new Stack<T>([start]));
        while (open.TryPop(out var one))
        {
            foreach (var other in next(one).Where(found.Add))
            {
                open.Push(other);
            }
        }

        return found;
    }
}
