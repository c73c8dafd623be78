using S2SVpn.Design.Findings;
using S2SVpn.Design.Request.Reading;
using S2SVpn.Design.Request.Shapes;
using S2SVpn.Design.Request.Writing;

namespace S2SVpn.Design.Request.Comparing;

/// <summary>Finds where two values of one shape differ: as deep as both have the same parts.</summary>
internal static class Difference
{
    public static IEnumerable<RequestChange> Between(Shape shape, object? before, object? after, RequestPath path, bool shown)
    {
        if (Equals(before, after))
        {
            return [];
        }

        return (shape, before, after) switch
        {
            (RecordShape record, { }, { }) => record.Keys.SelectMany(key =>
                Between(key.Shape, key.Property.GetValue(before), key.Property.GetValue(after), path[key.Name], shown && !key.NotShown)),
            (MapShape map, { }, { }) when Maps.HaveSameOrder(map, before, after) => Maps.Names(map, before, after).SelectMany(name =>
                Between(map.Item, Maps.Find(map, before, name), Maps.Find(map, after, name), path[name], shown && !SecretWords.IsSecretName(name))),
            (ListShape { Item: RecordShape item }, { }, { }) when ListShape.Items(before).Count() == ListShape.Items(after).Count() =>
                ListShape.Items(before).Zip(ListShape.Items(after)).SelectMany((pair, index) => Between(item, pair.First, pair.Second, path[index], shown)),
            _ => [new RequestChange(path, shown ? Written(shape, before) : null, shown ? Written(shape, after) : null)],
        };
    }

    private static string? Written(Shape shape, object? value)
    {
        try
        {
            return value is null ? null : SecretWords.Masked(MinimalSerializer.Write(shape, value).Flow);
        }
        catch (ArgumentException)
        {
            // What can't be written into a file is not shown either: it may be a secret.
            return null;
        }
    }
}
