using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace S2SVpn.Constructs.Tests.Properties;

/// <summary>Everything in a configuration that names something else in it.</summary>
internal sealed partial class References
{
    private static readonly JsonNode? Schemas = ReadSchemas();

    private readonly JsonNode _json;
    private readonly Dictionary<string, JsonObject> _blocks = [];

    public References(JsonNode json)
    {
        _json = json;
        foreach (var (prefix, kind) in new[] { ("", "resource"), ("data.", "data") })
        {
            foreach (var (type, named) in json[kind]?.AsObject() ?? [])
            {
                foreach (var (name, body) in named!.AsObject())
                {
                    _blocks.Add($"{prefix}{type}.{name}", body!.AsObject());
                }
            }
        }
    }

    /// <summary>What names something that isn't there, or that doesn't have what is asked of it.</summary>
    public IEnumerable<string> Dangling() =>
    [
        .. _blocks.SelectMany(block => Texts(block.Value).Where(text => !IsThere(text)).Select(text => $"{block.Key}: {text}")),
        .. Texts(_json["output"]).Where(text => !IsThere(text)).Select(text => $"output: {text}"),
    ];

    /// <summary>The blocks that need each other in a circle, and those that wait for them; empty where Terraform finds an order.</summary>
    public IReadOnlyCollection<string> Circle()
    {
        var needs = _blocks.ToDictionary(block => block.Key, block => Texts(block.Value).SelectMany(Targets).Select(target => target.Address).ToHashSet());
        for (var before = -1; before != needs.Count;)
        {
            before = needs.Count;
            foreach (var (free, _) in needs.Where(block => !block.Value.Overlaps(needs.Keys)).ToList())
            {
                needs.Remove(free);
            }
        }

        return needs.Keys;
    }

    private bool IsThere(string text) =>
        Targets(text).All(target => _blocks.ContainsKey(target.Address) && Has(target.Address, target.Attribute))
        && Variable().Matches(text).All(variable => _json["variable"]?[variable.Groups["name"].Value] is not null)
        && (Provider().Match(text) is not { Success: true } provider || IsProvider(provider.Groups["name"].Value, provider.Groups["alias"].Value));

    private bool IsProvider(string name, string alias) => _json["provider"]![name]!.AsArray().Any(provider => (string?)provider!["alias"] == alias);

    // Only what stands in an expression, in depends_on or in provider is a reference; other texts have neither form.
    private static IEnumerable<(string Address, string Attribute)> Targets(string text) => Reference().Matches(text)
        .Select(match => ($"{match.Groups["data"].Value}{match.Groups["type"].Value}.{match.Groups["name"].Value}", match.Groups["attribute"].Value));

    private static bool Has(string address, string attribute)
    {
        if (attribute.Length == 0 || Schemas is null)
        {
            return true;
        }

        var (kind, type) = address.StartsWith("data.", StringComparison.Ordinal)
            ? ("data_source_schemas", address.Split('.')[1])
            : ("resource_schemas", address.Split('.')[0]);
        var block = Schemas[$"registry.terraform.io/hashicorp/{type.Split('_')[0]}"]?[kind]?[type]?["block"];
        return block?["attributes"]?[attribute] is not null || block?["block_types"]?[attribute] is not null;
    }

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject map => map.Where(entry => entry.Key != "//").SelectMany(entry => Texts(entry.Value)),
        JsonArray list => list.SelectMany(Texts),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => [(string)value!],
        _ => [],
    };

    private static JsonNode? ReadSchemas()
    {
        using var stream = typeof(References).Assembly.GetManifestResourceStream("schema.json");
        return stream is null ? null : JsonNode.Parse(stream)!["provider_schemas"];
    }

    [GeneratedRegex(@"(?<![\w.-])(?<data>data\.)?(?<type>(?:aws|azurerm|random|tls)_\w+)\.(?<name>[\w-]+)(?:\.(?<attribute>\w+))?")]
    private static partial Regex Reference();

    [GeneratedRegex(@"(?<![\w.-])var\.(?<name>\w+)")]
    private static partial Regex Variable();

    [GeneratedRegex(@"^(?<name>aws|azurerm|random)\.(?<alias>[\w-]+)$")]
    private static partial Regex Provider();
}
