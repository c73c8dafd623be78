using System.Text.Json;

namespace S2SVpn.Rehearsal.Clouds.Schemas;

/// <summary>Reads what <c>terraform providers schema -json</c> writes (developer.hashicorp.com/terraform/cli/commands/providers/schema).</summary>
public static class SchemaReader
{
    /// <summary>The schemas that lie in this assembly, by the provider's address.</summary>
    public static ValueMap<ProviderSchema> ReadEmbedded()
    {
        using var stream = typeof(SchemaReader).Assembly.GetManifestResourceStream("schema.json")
            ?? throw new InvalidOperationException(
                "This build has no providers' schemas in it, because it was made with -p:CdktfPackages=official. Build without that to simulate the clouds.");
        return Read(stream);
    }

    public static ValueMap<ProviderSchema> Read(Stream json)
    {
        using var document = JsonDocument.Parse(json);
        return Map(document.RootElement.GetProperty("provider_schemas"), provider => new ProviderSchema(
            Type(provider.GetProperty("provider")),
            Members(provider, "resource_schemas", Type),
            Members(provider, "data_source_schemas", Type)));
    }

    private static TypeSchema Type(JsonElement type) => new(Number(type, "version"), Block(type.GetProperty("block")));

    private static BlockSchema Block(JsonElement block) => new(Members(block, "attributes", Attribute), Members(block, "block_types", Nested));

    private static AttributeSchema Attribute(JsonElement attribute) => new(
        attribute.TryGetProperty("type", out var type) ? type.Clone() : NestedType(attribute.GetProperty("nested_type")),
        Flag(attribute, "required"), Flag(attribute, "optional"), Flag(attribute, "computed"), Flag(attribute, "sensitive"));

    private static NestedBlock Nested(JsonElement nested) => new(
        NestingOf(nested.GetProperty("nesting_mode").GetString()!),
        Number(nested, "min_items"), Number(nested, "max_items"), Block(nested.GetProperty("block")));

    private static BlockNesting NestingOf(string mode) =>
        mode == "single" ? BlockNesting.One : Enum.Parse<BlockNesting>(mode, ignoreCase: true);

    // An attribute with attributes of its own takes the same values as one of the plain object type.
    private static JsonElement NestedType(JsonElement nested)
    {
        var members = nested.GetProperty("attributes").EnumerateObject()
            .ToDictionary(member => member.Name, member => Attribute(member.Value).Type);
        object[] item = ["object", members];
        var nesting = nested.GetProperty("nesting_mode").GetString()!;
        return JsonSerializer.SerializeToElement(nesting == "single" ? item : [nesting, item]);
    }

    private static ValueMap<T> Members<T>(JsonElement parent, string name, Func<JsonElement, T> read) =>
        parent.TryGetProperty(name, out var members) ? Map(members, read) : [];

    private static ValueMap<T> Map<T>(JsonElement members, Func<JsonElement, T> read) =>
        [.. members.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, read(member.Value)))];

    private static int Number(JsonElement parent, string name) => parent.TryGetProperty(name, out var number) ? number.GetInt32() : 0;

    private static bool Flag(JsonElement parent, string name) => parent.TryGetProperty(name, out var flag) && flag.GetBoolean();
}
