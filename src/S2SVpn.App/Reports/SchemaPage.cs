using System.Text.Json.Nodes;
using S2SVpn.Design.Request.Schema;

namespace S2SVpn.App.Reports;

/// <summary>The request's keys as docs/request.md, made from the schema that editors use.</summary>
internal sealed class SchemaPage
{
    private const string Definitions = "#/$defs/";

    private readonly JsonObject _schema = JsonNode.Parse(RequestSchema.Json())!.AsObject();
    private readonly Dictionary<string, string> _places = new(StringComparer.Ordinal);
    private readonly List<string> _lines = [];
    private readonly Stack<List<(string Place, JsonObject Definition)>> _met = new();

    public static string Markdown() => new SchemaPage().Write();

    private string Write()
    {
        _lines.AddRange(
        [
            "# The request", "",
            "Every key of a request, made from [schema/s2svpn.schema.json](../schema/s2svpn.schema.json), by which an editor completes and checks it while",
            "you write. A whole request with most of them: [examples/everything.yaml](../examples/everything.yaml).", "",
            "- `explain` shows what a request leaves open, what was chosen, and the line that would change it.",
            "- A value may come from the environment: `${env:NAME}`, or `${env:NAME:-default}`.",
            "- What does not fit together is found by the [rules](rules.md); what a change of a key interrupts is in [operations.md](operations.md).", "",
        ]);
        Keys("The top", _schema);
        return string.Join('\n', _lines).TrimEnd('\n') + "\n";
    }

    /// <summary>A section for a map, then one for each map and choice that is met in it first.</summary>
    private void Keys(string place, JsonObject definition, string? what = null, string? shorthand = null)
    {
        var prefix = place == "The top" ? "" : $"{place}.";
        _met.Push([]);
        _lines.AddRange([$"## {place}", ""]);
        if (what is not null)
        {
            _lines.AddRange([$"{what}{(shorthand is null ? "" : $" {shorthand} may take its place.")}", ""]);
        }

        _lines.AddRange(["| key | value | default | |", "|---|---|---|---|"]);
        var required = definition["required"]?.AsArray().Select(Text).ToHashSet() ?? [];
        foreach (var (key, node) in definition["properties"]!.AsObject())
        {
            var value = Value($"{prefix}{key}", node!.AsObject());
            var otherwise = required.Contains(key) ? "required" : node["default"] is { } usual ? $"`{Written(usual)}`" : "";
            _lines.Add($"| `{key}` | {value} | {otherwise} | {Text(node["description"])} |");
        }

        _lines.Add("");
        foreach (var (inner, met) in _met.Pop())
        {
            if (Object(met) is { } keys)
            {
                Keys(inner, keys, Text(met["description"]), Short(met, keys));
            }
            else
            {
                Values(inner, met);
            }
        }
    }

    private static string Written(JsonNode value) => value is JsonValue one && one.TryGetValue<string>(out var text) ? text : value.ToJsonString();

    private void Values(string place, JsonObject definition)
    {
        var values = Enum(definition)!;
        _lines.AddRange([$"## {place}", "", "| value | |", "|---|---|"]);
        _lines.AddRange(values["enum"]!.AsArray().Zip(values["enumDescriptions"]!.AsArray(), (value, what) => $"| `{value}` | {Text(what)} |"));
        _lines.Add("");
    }

    /// <summary>What a key takes, in words; what has keys or values of its own is described below, where it is met first.</summary>
    private string Value(string place, JsonObject node)
    {
        if (Text(node["$ref"]) is { } reference)
        {
            return Referred(place, reference[Definitions.Length..]);
        }

        var forms = node["anyOf"]?.AsArray().Select(form => form!.AsObject()).Where(form => Text(form["$ref"]) != $"{Definitions}env").ToList() ?? [];
        if (forms.Count > 0)
        {
            // A list or a map by name comes with its single form.
            return forms.FirstOrDefault(IsSeveral) is { } several ? Several(place, several, orOne: forms.Count > 1) : string.Join(", or ", forms.Select(form => Value(place, form)).Distinct());
        }

        return IsSeveral(node) ? Several(place, node, orOne: false) : Scalar(node);
    }

    private static bool IsSeveral(JsonObject node) => node["items"] is not null || node["additionalProperties"] is JsonObject;

    private string Several(string place, JsonObject node, bool orOne)
    {
        var one = node["items"] is { } items ? Value($"{place}[]", items.AsObject()) : Value(orOne ? place : $"{place}.NAME", node["additionalProperties"]!.AsObject());
        return (node["items"] is not null, orOne) switch
        {
            (true, true) => $"{one}, or a list",
            (true, false) => $"a list: {one}",
            (false, true) => $"{one}, or several by name",
            _ => $"by name: {one}",
        };
    }

    private string Referred(string place, string name)
    {
        var definition = _schema["$defs"]![name]!.AsObject();
        if (Object(definition) is null && Enum(definition) is null)
        {
            return Value(place, definition);
        }

        if (_places.TryAdd(name, place))
        {
            _met.Peek().Add((place, definition));
        }

        return $"[{_places[name]}](#{Anchor(_places[name])})";
    }

    /// <summary>What may stand in place of a map: mostly the value of one of its keys.</summary>
    private string? Short(JsonObject definition, JsonObject keys)
    {
        if (definition["anyOf"]?.AsArray().Select(form => form!.AsObject()).FirstOrDefault(form => form["properties"] is null) is not { } other)
        {
            return null;
        }

        var key = keys["properties"]!.AsObject().FirstOrDefault(pair => other.All(part => JsonNode.DeepEquals(part.Value, pair.Value![part.Key]))).Key;
        return key is null ? Value("", other) : $"Its `{key}` alone";
    }

    private static JsonObject? Object(JsonObject definition) =>
        definition["properties"] is not null ? definition : definition["anyOf"]?.AsArray().Select(form => form!.AsObject()).FirstOrDefault(form => form["properties"] is not null);

    private static JsonObject? Enum(JsonObject definition) => definition["anyOf"]?.AsArray().Select(form => form!.AsObject()).FirstOrDefault(form => form["enumDescriptions"] is not null);

    private static string Scalar(JsonObject node)
    {
        var example = node["examples"]?[0] is { } one ? $", such as `{one}`" : "";
        return Text(node["type"] is JsonArray ? null : node["type"]) switch
        {
            "boolean" => "`true` or `false`",
            "integer" => "a number",
            _ => $"text{example}",
        };
    }

    // As GitHub makes them.
    private static string Anchor(string heading) => heading.ToLowerInvariant().Replace(".", "", StringComparison.Ordinal).Replace("[]", "", StringComparison.Ordinal).Replace(' ', '-');

    private static string? Text(JsonNode? node) => node is null ? null : (string?)node;
}
