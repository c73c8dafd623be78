using S2SVpn.Design.Findings;
using S2SVpn.Design.Request.Shapes;

namespace S2SVpn.Design.Request.Comparing;

/// <summary>Makes a value that is one, but in some places another.</summary>
internal static class Merge
{
    public static object? Take(Shape shape, object? before, object? after, RequestPath path, IReadOnlySet<RequestPath> taken)
    {
        if (taken.Contains(path) || Equals(before, after))
        {
            return after;
        }

        return (shape, before, after) switch
        {
            (RecordShape record, { }, { }) => Record(record, before, after, path, taken),
            (MapShape map, { }, { }) when Maps.HaveSameOrder(map, before, after) => map.Make(
                from name in Maps.Names(map, before, after)
                let value = Take(map.Item, Maps.Find(map, before, name), Maps.Find(map, after, name), path[name], taken)
                where value is not null
                select KeyValuePair.Create(name, value)),
            (ListShape { Item: RecordShape item } list, { }, { }) when ListShape.Items(before).Count() == ListShape.Items(after).Count() =>
                list.Make(ListShape.Items(before).Zip(ListShape.Items(after)).Select((pair, index) => Take(item, pair.First, pair.Second, path[index], taken)!)),
            _ => before,
        };
    }

    private static object Record(RecordShape record, object before, object after, RequestPath path, IReadOnlySet<RequestPath> taken) => record.Make(
        (from key in record.Keys
         let value = Take(key.Shape, key.Property.GetValue(before), key.Property.GetValue(after), path[key.Name], taken)
         where value is not null
         select (key, value)).ToDictionary(pair => pair.key, pair => pair.value));
}
