using System.Text.Json;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Schemas;

/// <summary>
/// Normalizes an object to its schema: Terraform wants every attribute there and no other, and blocks that are
/// absent as empty lists.
/// </summary>
internal static class SchemaNormalizer
{
    public static Attributes Normalize(BlockSchema schema, Attributes values) => new(
    [
        .. schema.Attributes.Select(attribute => KeyValuePair.Create(attribute.Key, OfType(attribute.Value.Type, values[attribute.Key]))),
        .. schema.Blocks.Select(block => KeyValuePair.Create(block.Key, Normalize(block.Value, values[block.Key]))),
    ]);

    /// <summary>The object with nothing in it.</summary>
    public static Attributes Empty(BlockSchema schema) => Normalize(schema, Attributes.Empty);

    private static Value Normalize(NestedBlock nested, Value value) => (nested.Nesting, value) switch
    {
        (_, { IsUnknown: true }) => value,
        (BlockNesting.One, Attributes block) => Normalize(nested.Block, block),
        (BlockNesting.One, _) => Value.Null,
        (BlockNesting.Group, _) => Normalize(nested.Block, value as Attributes ?? Attributes.Empty),
        (BlockNesting.Map, Attributes map) =>
            new Attributes(map.Values.Where(entry => entry.Value is Attributes).Select(entry => KeyValuePair.Create(entry.Key, (Value)Normalize(nested.Block, (Attributes)entry.Value)))),
        (BlockNesting.Map, _) => Attributes.Empty,
        (_, ListValue list) => new ListValue([.. list.Items.OfType<Attributes>().Select(block => Normalize(nested.Block, block))]),
        (_, Attributes block) => new ListValue([Normalize(nested.Block, block)]),
        _ => ListValue.Empty,
    };

    private static Value OfType(JsonElement type, Value value) => (AttributeSchema.KindOf(type), value) switch
    {
        ("list" or "set", ListValue list) => new ListValue([.. list.Items.Select(item => OfType(type[1], item))]),
        ("map", Attributes map) => new Attributes(map.Values.Select(entry => KeyValuePair.Create(entry.Key, OfType(type[1], entry.Value)))),
        ("object", Attributes item) =>
            new Attributes(type[1].EnumerateObject().Select(member => KeyValuePair.Create(member.Name, OfType(member.Value, item[member.Name])))),
        // A provider's later version may have made a text of a number, as AWS did with its ASNs.
        ("string", NumberValue or FlagValue) => value.ToString(),
        ("number", TextValue text) when decimal.TryParse(text.Text, out var number) => new NumberValue(number),
        _ => value,
    };
}
