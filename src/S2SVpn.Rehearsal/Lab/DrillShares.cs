using System.Globalization;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab;

/// <summary>Gives each lab the next drill when it is ready, and keeps what came of them in their order.</summary>
internal sealed class DrillShares
{
    private readonly Lock _one = new();
    private readonly SortedDictionary<int, LabDrill> _done = [];
    private Queue<int> _left = [];
    private int _count;

    /// <summary>Whether none is left, neither waiting nor under way.</summary>
    public bool AreDone => _done.Count == _count;

    public IReadOnlyList<LabDrill> Done => [.. _done.Values];

    /// <summary>Takes the events of one lab.</summary>
    /// <param name="other">Told of all but its readiness, one event of all labs at a time.</param>
    /// <returns>What the lab is told.</returns>
    public Func<LabEvent, string?> Of(Action<LabEvent> other)
    {
        var number = 0;
        return @event =>
        {
            lock (_one)
            {
                if (@event.Drills is { } ahead)
                {
                    _left = new Queue<int>(ahead.LongestFirst);
                    _count = _left.Count;
                }

                if (@event.Ready)
                {
                    return _left.TryDequeue(out number) ? number.ToString(CultureInfo.InvariantCulture) : "none";
                }

                if (@event.Drill is { } drill)
                {
                    _done[number] = drill;
                }

                other(@event);
                return null;
            }
        };
    }
}
