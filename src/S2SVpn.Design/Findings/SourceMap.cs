namespace S2SVpn.Design.Findings;

/// <summary>Where each value of a request stands in its file, and how its author would write the way to it.</summary>
internal sealed class SourceMap
{
    private readonly Dictionary<RequestPath, Entry> _entries;

    private SourceMap(Dictionary<RequestPath, Entry> entries) => _entries = entries;

    /// <summary>The place of a value, or of its nearest written parent where it was left out.</summary>
    public FindingPlace Locate(RequestPath path)
    {
        var missing = new Stack<string>();
        for (var at = path; ;)
        {
            if (_entries.TryGetValue(at, out var entry))
            {
                return new FindingPlace(Join(entry.Written, missing), entry.Span);
            }

            if (at.IsRoot)
            {
                throw new InvalidOperationException("A source map knows at least the whole request.");
            }

            (at, var step) = at.Up();
            missing.Push(step);
        }
    }

    /// <summary>Whether the value was written, and is no default.</summary>
    public bool IsWritten(RequestPath path) => _entries.ContainsKey(path);

    private static string Join(string written, IEnumerable<string> steps)
    {
        var path = string.Concat([written, .. steps]);
        return path.StartsWith('.') ? path[1..] : path;
    }

    private sealed record Entry(SourceSpan Span, string Written);

    /// <summary>Gathers the places while a request is read.</summary>
    public sealed class Builder
    {
        private readonly Dictionary<RequestPath, Entry> _entries = [];

        /// <param name="wholeFile">The place to show for what has no nearer one.</param>
        public Builder(SourceSpan wholeFile) => Add(RequestPath.Root, wholeFile, "");

        /// <param name="path">The way to the value by the records.</param>
        /// <param name="span">Where it stands.</param>
        /// <param name="written">The way to it as its author wrote it; the same as the path where none is given.</param>
        public Builder Add(RequestPath path, SourceSpan span, string? written = null)
        {
            _entries[path] = new Entry(span, written ?? path.ToString());
            return this;
        }

        public SourceMap Build() => new(new Dictionary<RequestPath, Entry>(_entries));
    }
}
