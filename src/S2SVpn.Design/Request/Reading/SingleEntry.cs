using S2SVpn.Design.Request.Shapes;

namespace S2SVpn.Design.Request.Reading;

/// <summary>Tells a map's only entry, which stands without its name, from a map of entries by name.</summary>
internal static class SingleEntry
{
    // An entry has required keys with one value, such as region, and a map of entries holds only maps.
    public static bool Is(MapShape shape, MapNode map)
    {
        var record = (RecordShape)shape.Item;
        return map.Entries.Count == 0 || map.Entries.Any(entry => entry.Value is not MapNode)
            || (!map.Entries.All(entry => HasRequired(record, (MapNode)entry.Value)) && map.Entries.Any(entry => record.TryKey(entry.Key.Text, out _)));
    }

    // A site may be called as a key of a site is, such as network; what it holds then tells.
    private static bool HasRequired(RecordShape record, MapNode map) =>
        record.Keys.Where(key => key.Required).All(key => map.Entries.Any(entry => key.Names.Contains(entry.Key.Text)));
}
