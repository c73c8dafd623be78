using S2SVpn.Rehearsal.Clouds.Model;
using S2SVpn.Rehearsal.Clouds.Schemas;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Engine;

/// <summary>Fills the computed values that nothing else has set, from the schema alone.</summary>
internal static class ComputedValueFiller
{
    public static Attributes Fill(BlockSchema schema, CreateContext context, Attributes values)
    {
        foreach (var (name, attribute) in schema.Attributes)
        {
            values = values.SetIfUnknown(name, Made(name, attribute, context));
        }

        foreach (var (name, nested) in schema.Blocks)
        {
            values = values.With(name, Fill(nested, context, values[name]));
        }

        return values;
    }

    private static Value Fill(NestedBlock nested, CreateContext context, Value value) => value switch
    {
        { IsUnknown: true } => nested.Nesting is BlockNesting.One or BlockNesting.Group ? Value.Null : ListValue.Empty,
        ListValue list => new ListValue([.. list.Items.Select(item => item is Attributes block ? Fill(nested.Block, context, block) : item)]),
        Attributes map when nested.Nesting == BlockNesting.Map => new Attributes(map.Values.Select(entry =>
            KeyValuePair.Create(entry.Key, entry.Value is Attributes block ? Fill(nested.Block, context, block) : entry.Value))),
        Attributes block => Fill(nested.Block, context, block),
        _ => value,
    };

    private static Value Made(string name, AttributeSchema attribute, CreateContext context) => attribute.Kind switch
    {
        "number" => 0,
        "bool" => false,
        "list" or "set" => ListValue.Empty,
        "map" => Attributes.Empty,
        // What could have been asked for and was not, is not there.
        "string" when attribute.Optional => Value.Null,
        "string" when name == "ip_address" || name.EndsWith("public_ip", StringComparison.Ordinal) || name.EndsWith("_ip_address", StringComparison.Ordinal) => context.PublicAddress(name),
        "string" => $"{name.Replace('_', '-')}-{context.Hash(8, name)}",
        _ => Value.Null,
    };
}
