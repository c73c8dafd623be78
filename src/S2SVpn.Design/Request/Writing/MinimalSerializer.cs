using S2SVpn.Design.Request.Reading;
using S2SVpn.Design.Request.Shapes;

namespace S2SVpn.Design.Request.Writing;

/// <summary>Leaves out what is said by default, and takes each shorthand there is.</summary>
internal static class MinimalSerializer
{
    public static Written Write(Shape shape, object value) => shape switch
    {
        ScalarShape scalar => Word(scalar, value),
        ListShape list => List(list, ListShape.Items(value)),
        MapShape map => Map(map, map.Entries(value).ToArray()),
        _ => Record((RecordShape)shape, value),
    };

    private static WrittenWord Word(ScalarShape shape, object value)
    {
        var text = shape.Write(value);
        if (EnvText.Concerns(text) || SecretWords.IsSecret(text) || text.Length > Limits.Value || HasHalves(text) || !shape.TryRead(text, out _, out _))
        {
            // Not the text itself: it may be a secret.
            throw new ArgumentException($"A request can't hold this {value.GetType().Name} in a file: no reader would take it.", nameof(value));
        }

        return new WrittenWord(shape.WriteYaml(value));
    }

    private static Written List(ListShape shape, IEnumerable<object> items)
    {
        var written = items.Select(item => Write(shape.Item, item)).ToArray();
        return shape.TakesScalar && written is [WrittenWord single] ? single : new WrittenList(written);
    }

    private static Written Map(MapShape shape, KeyValuePair<string, object>[] entries)
    {
        if (entries is [var (name, single)] && name == shape.SingleName)
        {
            return Write(shape.Item, single);
        }

        if (shape.SingleName is not null && entries.Length == 0)
        {
            throw new ArgumentException("A request has at least one site in each cloud.", nameof(entries));
        }

        return new WrittenMap(
            entries.Select(entry => KeyValuePair.Create(Name(shape, entry.Key), Write(shape.Item, entry.Value))).ToArray(), IsNamed: true);
    }

    private static string Name(MapShape shape, string name) => ((WrittenWord)Write(shape.Names, name)).Flow;

    private static Written Record(RecordShape shape, object record)
    {
        var keys = shape.Keys
            .Select(key => (Key: key, Value: key.Property.GetValue(record)))
            .Where(pair => pair.Value is not null && (pair.Key.Required || !pair.Value.Equals(pair.Key.Default)))
            .ToArray();
        return keys is [var only] && only.Key == shape.Shorthand
            ? Write(only.Key.Shape, only.Value!)
            : new WrittenMap(keys.Select(pair => Entry(pair.Key, pair.Value!)).ToArray(), IsNamed: false);
    }

    private static KeyValuePair<string, Written> Entry(KeyShape key, object value) =>
        key is { Singular: { } singular, Shape: ListShape list } && ListShape.Items(value).ToArray() is [var single]
            ? KeyValuePair.Create(singular, Write(list.Item, single))
            : KeyValuePair.Create(key.Name, Write(key.Shape, value));

    private static bool HasHalves(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[++i])))
            {
                return true;
            }
        }

        return false;
    }
}
