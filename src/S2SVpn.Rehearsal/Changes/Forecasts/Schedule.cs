namespace S2SVpn.Rehearsal.Changes.Forecasts;

/// <summary>Lays the operations of an apply out in time: each starts when those that it waits for have ended.</summary>
internal static class Schedule
{
    // Terraform does so many at a time (terraform apply -parallelism).
    private const int Parallelism = 10;

    /// <param name="operations">The operations of one stack.</param>
    /// <param name="start">When its apply starts, in minutes.</param>
    /// <returns>When it ends.</returns>
    public static double Lay(IReadOnlyList<PlannedOperation> operations, double start)
    {
        var open = operations.OrderBy(operation => operation.Change.Address, StringComparer.Ordinal).ThenBy(operation => operation.Kind).ToList();
        var running = new PriorityQueue<PlannedOperation, double>();
        var done = new HashSet<PlannedOperation>();
        var now = start;
        while (open.Count > 0 || running.Count > 0)
        {
            var ready = open.Where(operation => operation.After.IsSubsetOf(done)).Take(Parallelism - running.Count).ToList();
            if (ready.Count == 0 && running.Count == 0)
            {
                // Terraform breaks circles between providers at a place of its choice; here the first one goes first.
                ready = [open[0]];
            }

            foreach (var operation in ready)
            {
                (operation.Start, operation.End) = (now, now + ImpactTable.MinutesOf(operation));
                running.Enqueue(operation, operation.End);
                _ = open.Remove(operation);
            }

            now = running.Peek().End;
            while (running.TryPeek(out _, out var end) && end <= now)
            {
                _ = done.Add(running.Dequeue());
            }
        }

        return now;
    }
}
