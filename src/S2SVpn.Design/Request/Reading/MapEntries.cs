using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Request.Reading;

/// <summary>Gathers the entries of a map: each key once, and what <c>&lt;&lt;</c> merges in where no own key stands.</summary>
internal sealed class MapEntries
{
    private readonly Dictionary<string, MapEntry> _byName = new(StringComparer.Ordinal);
    private readonly List<MapEntry> _entries = [];
    private readonly List<RepeatedKey> _repeats = [];
    private readonly List<MapNode> _merges = [];
    private long _size = 1;
    private int _height;

    /// <summary>How many values came in by merging.</summary>
    public long Merged { get; private set; }

    public void Add(ScalarNode key, Node value)
    {
        if (key is { Plain: true, Text: "<<" })
        {
            _merges.AddRange(MapsOf(key, value));
            return;
        }

        if (!TryAdd(new MapEntry(key, value)))
        {
            _repeats.Add(new RepeatedKey(key, _byName[key.Text].Key));
        }
    }

    public MapNode Build(SourceSpan span, bool isBlock)
    {
        foreach (var entry in _merges.SelectMany(map => map.Entries))
        {
            if (TryAdd(entry))
            {
                Merged += entry.Value.Size + 1;
            }
        }

        return new MapNode(span, isBlock, _size, _height, _entries, _repeats);
    }

    private static IEnumerable<MapNode> MapsOf(ScalarNode key, Node value) => value switch
    {
        MapNode map => [map],
        ListNode list when list.Items.All(item => item is MapNode) => list.Items.Cast<MapNode>(),
        _ => throw new ParseAbortedException(
            ReadingCodes.WrongType, key.Span, $"<< needs a map, but has {value.Kind}",
            "Write <<: *name, where &name marks a map above."),
    };

    private bool TryAdd(MapEntry entry)
    {
        if (!_byName.TryAdd(entry.Key.Text, entry))
        {
            return false;
        }

        _entries.Add(entry);
        _size += entry.Value.Size + 1;
        _height = Math.Max(_height, entry.Value.Height + 1);
        return true;
    }
}
