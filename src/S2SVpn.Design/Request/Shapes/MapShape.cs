namespace S2SVpn.Design.Request.Shapes;

/// <summary>Values by name.</summary>
internal abstract class MapShape(TextShape names, Shape item, string? loneName) : Shape
{
    /// <summary>What a name looks like.</summary>
    public TextShape Names => names;

    public Shape Item => item;

    /// <summary>The name of the only entry, which then may stand without the map.</summary>
    public string? SingleName => loneName;

    public override bool TakesScalar => false;

    public override string MismatchPhrase => loneName is not null
        ? $"is not a map with {((RecordShape)item).SomeKeys}, or a map of such maps by name"
        : item is RecordShape record
            ? $"is not a map of names, each with {record.SomeKeys}"
            : "is not a map of names and their values";

    public abstract IEnumerable<KeyValuePair<string, object>> Entries(object map);

    public abstract object Make(IEnumerable<KeyValuePair<string, object>> entries);
}

internal sealed class MapShape<T>(TextShape names, Shape item, string? loneName) : MapShape(names, item, loneName)
{
    public override IEnumerable<KeyValuePair<string, object>> Entries(object map) =>
        ((ValueMap<T>)map).Select(entry => KeyValuePair.Create(entry.Key, (object)entry.Value!));

    public override object Make(IEnumerable<KeyValuePair<string, object>> entries) =>
        entries.Select(entry => KeyValuePair.Create(entry.Key, (T)entry.Value)).ToValueMap();
}
