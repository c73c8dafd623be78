using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using S2SVpn.Design.Request.Shapes;

namespace S2SVpn.Design.Request.Schema;

/// <summary>The JSON types and values of one value.</summary>
internal static class ScalarSchema
{
    /// <summary>What may stand for the value, apart from a variable.</summary>
    public static IEnumerable<JsonObject> Of(ScalarShape shape) => shape switch
    {
        FlagShape => [Typed("boolean")],
        NumberShape => [Typed("integer")],
        TextShape text => [Text(text)],
        WordShape words => Words(words),
        ParsedShape { TakesNumbers: true } parsed => [Typed("integer"), Parsed(parsed)],
        ParsedShape parsed => [Parsed(parsed)],
        _ => throw new InvalidOperationException($"{shape} has no schema."),
    };

    /// <summary>A default as it would be written; null where nothing short says it.</summary>
    public static JsonNode? Default(Shape shape, object value) => shape switch
    {
        ListShape list when ListShape.Items(value).Select(item => Default(list.Item, item)).ToArray() is [_, ..] items
            && Array.TrueForAll(items, item => item is not null) => new JsonArray(items),
        RecordShape { Shorthand: { Default: { } inner } key } record when value.Equals(record.Make(new Dictionary<KeyShape, object>())) =>
            Default(key.Shape, inner),
        FlagShape => (bool)value,
        NumberShape => (int)value,
        ParsedShape { TakesNumbers: true } parsed when long.TryParse(parsed.Write(value), NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        ScalarShape scalar => scalar.Write(value),
        _ => null,
    };

    private static JsonObject Typed(params string[] types) => new()
    {
        ["type"] = types is [var one] ? one : new JsonArray(types.Select(type => (JsonNode)type).ToArray()),
    };

    // YAML takes a text of digits, or the word true, for something else; reading doesn't.
    private static JsonObject Text(TextShape text)
    {
        var schema = text.Pattern is null ? Typed("string", "number", "boolean")
            : text.TakesNumbers ? Typed("string", "number")
            : Typed("string");
        if (text.Pattern is not null)
        {
            schema["pattern"] = text.Pattern;
        }
        else if (!text.MayBeEmpty)
        {
            schema["minLength"] = 1;
        }

        return schema;
    }

    private static JsonObject Parsed(ParsedShape parsed)
    {
        var schema = Typed("string");
        schema["pattern"] = parsed.Pattern;
        schema["examples"] = new JsonArray(parsed.Example!);
        return schema;
    }

    /// <summary>The words that are advised, each with what it means, and then those that are read as the same.</summary>
    private static IEnumerable<JsonObject> Words(WordShape words)
    {
        var advised = new JsonObject { ["enum"] = Values(words.All.Select(word => word.Word)) };
        if (words.All.Any(word => Description(word).Length > 0))
        {
            advised["enumDescriptions"] = new JsonArray(words.All
                .SelectMany(word => Values([word.Word]).Select(_ => (JsonNode)Description(word))).ToArray());
        }

        yield return advised;
        if (words.All.Any(word => word.Also.Count > 0))
        {
            yield return new JsonObject { ["enum"] = Values(words.All.SelectMany(word => word.Also)) };
        }
    }

    private static string Description(EnumWord word) =>
        word.Member.GetCustomAttribute<DescriptionAttribute>()?.Description ?? "";

    // A word of digits stands without quotes as well, and then it is a number to JSON.
    private static JsonArray Values(IEnumerable<string> words) => new(words
        .SelectMany<string, JsonNode>(word => long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? [word, number]
            : [word])
        .ToArray());
}
