using System.Text.Json;
using System.Text.Json.Nodes;

namespace S2SVpn.Rehearsal.Clouds.Values;

/// <summary>Values as JSON, as Terraform's state and the store have them.</summary>
internal static class ValueJson
{
    public static Value Read(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => new NumberValue(json.GetDecimal()),
        JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
        JsonValueKind.Array => new ListValue([.. json.EnumerateArray().Select(Read)]),
        JsonValueKind.Object => ReadObject(json),
        _ => Value.Null,
    };

    public static Attributes ReadObject(JsonElement json) =>
        new(json.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, Read(member.Value))));

    /// <summary>Unknown values have no JSON; they are written as null.</summary>
    public static JsonNode? Write(Value value) => value switch
    {
        TextValue text => JsonValue.Create(text.Text),
        NumberValue number => JsonValue.Create(number.Number),
        FlagValue flag => JsonValue.Create(flag.Flag),
        ListValue list => new JsonArray([.. list.Items.Select(Write)]),
        Attributes attributes => new JsonObject(attributes.Values.Select(entry => KeyValuePair.Create(entry.Key, Write(entry.Value)))),
        _ => null,
    };
}
