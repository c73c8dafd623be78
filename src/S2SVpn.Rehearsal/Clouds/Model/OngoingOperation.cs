using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Model;

/// <summary>Something that a cloud does for a while.</summary>
/// <param name="operation">What is done.</param>
/// <param name="type">The resource's type.</param>
/// <param name="values">What is planned; what is there when deleting.</param>
internal sealed class OngoingOperation(Operation operation, string type, Attributes values)
{
    public Operation Operation => operation;

    public string Type => type;

    public Attributes Values => values;
}

/// <summary>Everything that the clouds do at the same time.</summary>
internal sealed class OngoingOperations
{
    private readonly Lock _lock = new();

    // What each of them met, be it over by now.
    private readonly Dictionary<OngoingOperation, List<OngoingOperation>> _met = [];

    /// <summary>Counts an operation until it is disposed.</summary>
    public Entry Begin(OngoingOperation operation)
    {
        lock (_lock)
        {
            foreach (var met in _met.Values)
            {
                met.Add(operation);
            }

            _met.Add(operation, [.. _met.Keys]);
            return new Entry(this, operation);
        }
    }

    /// <summary>An operation that is under way.</summary>
    public readonly struct Entry(OngoingOperations all, OngoingOperation operation) : IDisposable
    {
        /// <summary>What was under way at any time since it began.</summary>
        public IReadOnlyList<OngoingOperation> Meanwhile
        {
            get
            {
                lock (all._lock)
                {
                    return [.. all._met[operation]];
                }
            }
        }

        public void Dispose()
        {
            lock (all._lock)
            {
                _ = all._met.Remove(operation);
            }
        }
    }
}
