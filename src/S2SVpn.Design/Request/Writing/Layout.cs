using System.Text;

namespace S2SVpn.Design.Request.Writing;

/// <summary>
/// Lays out YAML as people do: what is small in one line, the rest indented by two, and an empty line around each
/// larger part at the top.
/// </summary>
internal static class Layout
{
    private const int Width = 100;

    public static string Write(WrittenMap request)
    {
        var text = new StringBuilder();
        var previousWasLarge = false;
        foreach (var entry in request.Entries)
        {
            var lines = Entry(entry, 0).ToArray();
            if (text.Length > 0 && (previousWasLarge || lines.Length > 1))
            {
                text.Append('\n');
            }

            previousWasLarge = lines.Length > 1;
            text.AppendJoin('\n', lines).Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<string> Entry(KeyValuePair<string, Written> entry, int indent) =>
        Fits(entry.Value, indent + entry.Key.Length + 2)
            ? [$"{entry.Key}: {entry.Value.Flow}"]
            : Body(entry.Value, indent + 2).Select(line => $"  {line}").Prepend($"{entry.Key}:");

    private static IEnumerable<string> Body(Written value, int indent) => value switch
    {
        WrittenMap map => map.Entries.SelectMany(entry => Named(map, entry, indent)),
        WrittenList list => list.Items.SelectMany(item => Item(item, indent)),
        _ => [value.Flow],
    };

    // What has a name of its own is small enough for one line more often than a part of the request.
    private static IEnumerable<string> Named(WrittenMap map, KeyValuePair<string, Written> entry, int indent) =>
        map.IsNamed && FitsFlat(entry.Value, indent + entry.Key.Length + 2)
            ? [$"{entry.Key}: {entry.Value.Flow}"]
            : Entry(entry, indent);

    private static IEnumerable<string> Item(Written item, int indent) => FitsFlat(item, indent + 2)
        ? [$"- {item.Flow}"]
        : Body(item, indent + 2).Select((line, number) => number == 0 ? $"- {line}" : $"  {line}");

    private static bool Fits(Written value, int column) => value switch
    {
        WrittenMap map => map.Entries.Count == 0,
        WrittenList list => list.IsFlat && FitsFlat(list, column),
        _ => true,
    };

    private static bool FitsFlat(Written value, int column) =>
        value is WrittenWord or WrittenMap { Entries.Count: 0 } or WrittenList { Items.Count: 0 }
        || (value.IsFlat && column + value.Flow.Length <= Width);
}
