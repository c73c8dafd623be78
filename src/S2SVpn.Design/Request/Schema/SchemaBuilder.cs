using System.Text.Json.Nodes;
using S2SVpn.Design.Request.Reading;
using S2SVpn.Design.Request.Shapes;

namespace S2SVpn.Design.Request.Schema;

/// <summary>
/// Turns shapes into a JSON Schema. Each record and each parsed type is a definition of its own, and so is
/// <c>${env:…}</c>, which may stand for any value.
/// </summary>
internal sealed class SchemaBuilder
{
    private const string Env = "env";

    private readonly JsonObject _definitions = new()
    {
        [Env] = new JsonObject
        {
            ["description"] = "Filled from an environment variable: ${env:NAME}, or ${env:NAME:-default}.",
            ["type"] = "string",
            ["pattern"] = EnvText.Pattern,
        },
    };

    private readonly Dictionary<string, Type> _defined = [];

    public static JsonObject Build()
    {
        var builder = new SchemaBuilder();
        var root = RecordShape.Of(typeof(VpnRequest));
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$comment"] = "Generated: dotnet run --project src/S2SVpn.App -- schema > schema/s2svpn.schema.json",
            ["title"] = "S2SVpn request",
            ["description"] = root.Description,
        };
        foreach (var (name, part) in builder.Map(root).ToArray())
        {
            schema[name] = part!.DeepClone();
        }

        schema["$defs"] = builder._definitions;
        return schema;
    }

    private JsonObject Of(Shape shape) => shape switch
    {
        ListShape list => List(list),
        MapShape map => Named(map),
        RecordShape record => Defined(record.Type, () => Record(record)),
        WordShape words => Defined(words.Type, () => Scalar(words)),
        ParsedShape parsed => Defined(parsed.Type, () => Scalar(parsed)),
        TextShape { Pattern: null } text => ScalarSchema.Of(text).Single(),
        _ => Scalar((ScalarShape)shape),
    };

    private static JsonObject Scalar(ScalarShape scalar) => Any([.. ScalarSchema.Of(scalar), Reference(Env)]);

    private JsonObject List(ListShape list)
    {
        var many = new JsonObject { ["type"] = "array", ["items"] = Of(list.Item) };
        return list.TakesScalar ? Any([many, Of(list.Item)]) : many;
    }

    private JsonObject Named(MapShape map)
    {
        var named = new JsonObject { ["type"] = "object" };
        if (map.SingleName is not null)
        {
            named["minProperties"] = 1;
        }

        named["propertyNames"] = new JsonObject { ["pattern"] = map.Names.Pattern };
        named["additionalProperties"] = Of(map.Item);
        return map.SingleName is null ? named : Any([Of(map.Item), named]);
    }

    private JsonObject Record(RecordShape record)
    {
        var map = Map(record);
        var schema = record.Shorthand is { } key ? Any([map, Of(key.Shape)]) : map;
        schema.Insert(0, "description", record.Description);
        return schema;
    }

    private JsonObject Map(RecordShape record)
    {
        var properties = new JsonObject();
        foreach (var key in record.Keys)
        {
            properties[key.Name] = Key(key, Of(key.Shape));
            if (key.Singular is { } singular)
            {
                properties[singular] = Described(key, Of(((ListShape)key.Shape).Item));
            }
        }

        var map = new JsonObject { ["type"] = "object", ["properties"] = properties };
        var required = record.Keys.Where(key => key is { Required: true, Singular: null }).Select(key => key.Name).ToArray();
        if (required.Length > 0)
        {
            map["required"] = Names(required);
        }

        var choices = record.Keys.Where(key => key.Singular is not null).Select(Choice).ToArray();
        if (choices.Length > 0)
        {
            map["allOf"] = new JsonArray(choices);
        }

        map["additionalProperties"] = false;
        return map;
    }

    /// <summary>One of a list's two keys is given, or none where it may be left out.</summary>
    private static JsonObject Choice(KeyShape key) => key.Required
        ? new JsonObject { ["oneOf"] = new JsonArray(Requires(key.Name), Requires(key.Singular!)) }
        : new JsonObject { ["not"] = Requires(key.Name, key.Singular!) };

    private static JsonObject Requires(params string[] names) => new() { ["required"] = Names(names) };

    private static JsonObject Key(KeyShape key, JsonObject schema)
    {
        Described(key, schema);
        if (key.Default is { } value && ScalarSchema.Default(key.Shape, value) is { } shown)
        {
            schema.Insert(1, "default", shown);
        }

        return schema;
    }

    private static JsonObject Described(KeyShape key, JsonObject schema)
    {
        schema.Insert(0, "description", key.Description);
        return schema;
    }

    private JsonObject Defined(Type type, Func<JsonObject> make)
    {
        if (_defined.TryAdd(type.Name, type))
        {
            // Its place is taken first: a definition stands before those it needs.
            _definitions[type.Name] = null;
            _definitions[type.Name] = make();
        }

        return _defined[type.Name] == type
            ? Reference(type.Name)
            : throw new InvalidOperationException($"{type} and {_defined[type.Name]} have the same name.");
    }

    private static JsonObject Reference(string name) => new() { ["$ref"] = $"#/$defs/{name}" };

    private static JsonObject Any(IEnumerable<JsonObject> choices) => new() { ["anyOf"] = new JsonArray(choices.ToArray<JsonNode>()) };

    private static JsonArray Names(IEnumerable<string> names) => new(names.Select(name => (JsonNode)name).ToArray());
}
