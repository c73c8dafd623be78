using S2SVpn.Rehearsal.Clouds.Model;
using S2SVpn.Rehearsal.Clouds.Schemas;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Engine;

/// <summary>Makes up, from its schema alone, what nothing else has told of an object.</summary>
internal static class Filler
{
    public static Attributes Fill(BlockSchema schema, Making making, Attributes values)
    {
        foreach (var (name, attribute) in schema.Attributes)
        {
            values = values.Settle(name, Made(name, attribute, making));
        }

        foreach (var (name, nested) in schema.Blocks)
        {
            values = values.With(name, Fill(nested, making, values[name]));
        }

        return values;
    }

    private static Value Fill(NestedBlock nested, Making making, Value value) => value switch
    {
        { IsUnknown: true } => nested.Nesting is BlockNesting.One or BlockNesting.Group ? Value.Null : ListValue.Empty,
        ListValue list => new ListValue([.. list.Items.Select(item => item is Attributes block ? Fill(nested.Block, making, block) : item)]),
        Attributes map when nested.Nesting == BlockNesting.Map => new Attributes(map.Values.Select(entry =>
            KeyValuePair.Create(entry.Key, entry.Value is Attributes block ? Fill(nested.Block, making, block) : entry.Value))),
        Attributes block => Fill(nested.Block, making, block),
        _ => value,
    };

    private static Value Made(string name, AttributeSchema attribute, Making making) => attribute.Kind switch
    {
        "number" => 0,
        "bool" => false,
        "list" or "set" => ListValue.Empty,
        "map" => Attributes.Empty,
        // What could have been asked for and was not, is not there.
        "string" when attribute.Optional => Value.Null,
        "string" when name == "ip_address" || name.EndsWith("public_ip", StringComparison.Ordinal) || name.EndsWith("_ip_address", StringComparison.Ordinal) => making.PublicAddress(name),
        "string" => $"{name.Replace('_', '-')}-{making.Hash(8, name)}",
        _ => Value.Null,
    };
}
