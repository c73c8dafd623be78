using S2SVpn.Design.Findings;
using S2SVpn.Design.Request.Shapes;

namespace S2SVpn.Design.Request.Reading;

/// <summary>
/// Makes the records of nodes, by their shapes. What is wrong becomes a finding, and the rest is read all the same, so
/// that one pass finds everything; null stands for what could not be read.
/// </summary>
internal sealed class Binder(FindingCollector collector, EnvText env, SourceMap.Builder sources)
{
    private readonly ScalarBinder _scalars = new(collector, env);
    private readonly KeyFindings _keys = new(collector);

    public object? Bind(RecordShape shape, Node root) => Bind(shape, root, new Place(RequestPath.Root, RequestPath.Root, root.Span, null, false));

    private object? Bind(Shape shape, Node node, Place at)
    {
        sources.Add(at.Path, at.Span, at.Written.ToString());
        switch (shape, node)
        {
            case (ScalarShape scalar, ScalarNode word):
                return _scalars.Bind(scalar, word, at);
            case (ListShape list, ListNode many):
                return List(list, many, at);
            case (ListShape { TakesScalar: true } list, ScalarNode):
                return Bind(list.Item, node, at.SingleItem()) is { } item ? list.Make([item]) : null;
            case (MapShape map, MapNode many):
                return map.SingleName is { } name && SingleEntry.Is(map, many)
                    ? Bind(map.Item, node, at.Lone(name)) is { } single ? map.Make([new(name, single)]) : null
                    : Map(map, many, at);
            case (RecordShape record, MapNode map):
                return Record(record, map, at);
            case (RecordShape { TakesScalar: true, Shorthand: { } key } record, ScalarNode):
                return Short(record, key, node, at);
            case (RecordShape { TakesList: true, Shorthand: { } key } record, ListNode):
                return Short(record, key, node, at);
            default:
                collector.WrongKind(shape, node, at);
                return null;
        }
    }

    private object? Short(RecordShape shape, KeyShape key, Node node, Place at) =>
        Bind(key.Shape, node, at.Implied(key)) is { } value
            ? shape.Make(new Dictionary<KeyShape, object> { [key] = value })
            : null;

    private object? List(ListShape shape, ListNode list, Place at)
    {
        var items = new List<object>();
        for (var i = 0; i < list.Items.Count; i++)
        {
            var place = at.Item(i, list.Items[i].Span);
            if (list.Items[i].IsNull)
            {
                collector.Empty(place);
            }
            else if (Bind(shape.Item, list.Items[i], place) is { } item)
            {
                items.Add(item);
            }
        }

        return items.Count == list.Items.Count ? shape.Make(items) : null;
    }

    private object? Map(MapShape shape, MapNode map, Place at)
    {
        var entries = new List<KeyValuePair<string, object>>();
        _keys.Repeats(map, at);
        foreach (var entry in map.Entries)
        {
            var name = entry.Key.Text;
            if (SecretWords.IsSecret(name))
            {
                _keys.SecretName(entry.Key, at);
                continue;
            }

            if (EnvText.Concerns(name) || !shape.Names.TryRead(name, out _, out _))
            {
                _keys.BadName(shape, entry.Key, at);
                continue;
            }

            var place = at.Named(name, entry.Span);
            if (entry.Value.IsNull && shape.Item is ScalarShape)
            {
                collector.Empty(place);
            }
            // A name with nothing behind it, such as a subnet's, leaves every key out.
            else if (Bind(shape.Item, entry.Value.IsNull ? MapNode.Empty(entry.Span) : entry.Value, place) is { } value)
            {
                entries.Add(new(name, value));
            }
        }

        return entries.Count == map.Entries.Count ? shape.Make(entries) : null;
    }

    private object? Record(RecordShape shape, MapNode map, Place at)
    {
        var values = new Dictionary<KeyShape, object>();
        var given = new Dictionary<KeyShape, MapEntry>();
        var meant = new HashSet<KeyShape>();
        _keys.Repeats(map, at);
        foreach (var entry in map.Entries)
        {
            if (!shape.TryKey(entry.Key.Text, out var key))
            {
                if (_keys.Unknown(shape, entry.Key, at) is { } near)
                {
                    meant.Add(near);
                }

                continue;
            }

            var place = at.Of(key, entry.Key.Text, entry.Span);
            if (given.TryGetValue(key, out var first))
            {
                _keys.Repeated(entry.Key, first.Key, at);
            }
            else if (!LeftOut(entry.Value))
            {
                given[key] = entry;
                if (Value(key, entry, place) is { } value)
                {
                    values[key] = value;
                }
            }
            else if (key.Required)
            {
                given[key] = entry;
                collector.Empty(place);
            }
        }

        // A key with a typing error is not missing as well.
        foreach (var key in shape.Keys.Where(key => key.Required && !given.ContainsKey(key) && !meant.Contains(key)))
        {
            _keys.Missing(shape, key, at);
        }

        return shape.Keys.All(key => values.ContainsKey(key) || !(key.Required || given.ContainsKey(key))) ? shape.Make(values) : null;
    }

    private object? Value(KeyShape key, MapEntry entry, Place at)
    {
        if (entry.Key.Text == key.Name)
        {
            return Bind(key.Shape, entry.Value, at);
        }

        var list = (ListShape)key.Shape;
        sources.Add(at.Path, at.Span, at.Written.ToString());
        return Bind(list.Item, entry.Value, at.SingleItem()) is { } item ? list.Make([item]) : null;
    }

    private bool LeftOut(Node node) => node.IsNull || (node is ScalarNode scalar && env.IsNothing(scalar.Text));
}
