using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace S2SVpn.Design.Tests.Request;

/// <summary>
/// Checks a value against the JSON Schema, as far as the schema uses the language. A keyword it doesn't know is an
/// error, so that nothing goes unchecked.
/// </summary>
internal sealed class SchemaChecker(JsonObject root)
{
    private static readonly string[] Annotations =
        ["$schema", "$comment", "$defs", "title", "description", "default", "examples", "enumDescriptions"];

    /// <summary>What is wrong with the value, and where; nothing when it holds.</summary>
    public IReadOnlyList<string> Check(JsonNode? value) => Check(root, value, "").ToList();

    private IEnumerable<string> Check(JsonNode schema, JsonNode? value, string path)
    {
        if (schema is not JsonObject keywords)
        {
            return schema.GetValue<bool>() ? [] : [$"{path} is not allowed"];
        }

        return keywords.Where(keyword => !Annotations.Contains(keyword.Key))
            .SelectMany(keyword => Keyword(keywords, keyword.Key, keyword.Value!, value, path));
    }

    private IEnumerable<string> Keyword(JsonObject schema, string keyword, JsonNode rule, JsonNode? value, string path) => keyword switch
    {
        "$ref" => Check(Definition(rule.GetValue<string>()), value, path),
        "type" => Names(rule).Any(type => IsOf(type, value)) ? [] : [$"{path} is no {string.Join("/", Names(rule))}"],
        "enum" => rule.AsArray().Any(one => JsonNode.DeepEquals(one, value)) ? [] : [$"{path} is none of the words"],
        "pattern" => Text(value) is not { } text || Matches(rule, text) ? [] : [$"{path} does not match {rule}"],
        "minLength" => Text(value) is not { } text || text.Length >= rule.GetValue<int>() ? [] : [$"{path} is too short"],
        "minProperties" => value is not JsonObject map || map.Count >= rule.GetValue<int>() ? [] : [$"{path} is too small"],
        "propertyNames" => value is JsonObject map ? map.SelectMany(entry => Check(rule, entry.Key, $"{path}.{entry.Key} (name)")) : [],
        "properties" => value is JsonObject map
            ? map.Where(entry => rule[entry.Key] is not null).SelectMany(entry => Check(rule[entry.Key]!, entry.Value, $"{path}.{entry.Key}"))
            : [],
        "additionalProperties" => value is JsonObject map
            ? map.Where(entry => schema["properties"]?[entry.Key] is null).SelectMany(entry => Check(rule, entry.Value, $"{path}.{entry.Key}"))
            : [],
        "required" => value is JsonObject map
            ? Names(rule).Where(name => !map.ContainsKey(name)).Select(name => $"{path}.{name} is missing")
            : [],
        "items" => value is JsonArray list ? list.SelectMany((item, i) => Check(rule, item, $"{path}[{i}]")) : [],
        "anyOf" => Holding(rule, value, path) > 0 ? [] : [$"{path} is none of the choices"],
        "oneOf" => Holding(rule, value, path) == 1 ? [] : [$"{path} is not just one of the choices"],
        "allOf" => rule.AsArray().SelectMany(one => Check(one!, value, path)),
        "not" => Check(rule, value, path).Any() ? [] : [$"{path} is what it must not be"],
        _ => throw new NotSupportedException($"The schema uses {keyword}."),
    };

    private int Holding(JsonNode choices, JsonNode? value, string path) =>
        choices.AsArray().Count(choice => !Check(choice!, value, path).Any());

    private JsonNode Definition(string reference) => root["$defs"]![reference["#/$defs/".Length..]]!;

    private static bool Matches(JsonNode pattern, string text) =>
        Regex.IsMatch(text, pattern.GetValue<string>(), RegexOptions.ECMAScript | RegexOptions.CultureInvariant);

    private static IEnumerable<string> Names(JsonNode rule) =>
        rule is JsonArray many ? many.Select(one => one!.GetValue<string>()) : [rule.GetValue<string>()];

    private static string? Text(JsonNode? value) => value is JsonValue one && one.TryGetValue<string>(out var text) ? text : null;

    private static bool IsOf(string type, JsonNode? value) => type switch
    {
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => Text(value) is not null,
        "boolean" => value is JsonValue one && one.TryGetValue<bool>(out _),
        "integer" => value is JsonValue one && one.TryGetValue<decimal>(out var number) && number == decimal.Truncate(number),
        "number" => value is JsonValue one && one.TryGetValue<decimal>(out _),
        _ => throw new NotSupportedException(string.Create(CultureInfo.InvariantCulture, $"The schema uses the type {type}.")),
    };
}
