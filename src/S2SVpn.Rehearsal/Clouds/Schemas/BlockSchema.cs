using System.Text.Json;

namespace S2SVpn.Rehearsal.Clouds.Schemas;

/// <summary>What a resource, a data source, a provider or a block in one of them takes and gives.</summary>
public sealed record BlockSchema(ValueMap<AttributeSchema> Attributes, ValueMap<NestedBlock> Blocks);

/// <summary>One attribute. Its type is as Terraform writes it in JSON: <c>"string"</c>, <c>["list","string"]</c>, <c>["object",{…}]</c>.</summary>
public sealed record AttributeSchema(JsonElement Type, bool Required, bool Optional, bool Computed, bool Sensitive)
{
    /// <summary>The outer word of the type: string, number, bool, list, set, map or object.</summary>
    public string Kind => KindOf(Type);

    public static string KindOf(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type[0].GetString()! : type.GetString()!;
}

/// <summary>A block within a block.</summary>
public sealed record NestedBlock(BlockNesting Nesting, int MinItems, int MaxItems, BlockSchema Block);

/// <summary>How often a block may stand, with the numbers the plugin protocol has for it.</summary>
public enum BlockNesting
{
    One = 1,
    List = 2,
    Set = 3,
    Map = 4,
    Group = 5,
}

/// <summary>A resource or data source.</summary>
public sealed record TypeSchema(long Version, BlockSchema Block);

/// <summary>All that a provider offers.</summary>
public sealed record ProviderSchema(TypeSchema Settings, ValueMap<TypeSchema> Resources, ValueMap<TypeSchema> DataSources);
