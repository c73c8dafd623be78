using System.Text.Json.Nodes;

namespace S2SVpn.Bindings.Tests;

/// <summary>One place where two schemas differ: its path, and what either says there.</summary>
public sealed record SchemaDifference(string Path, string? Derived, string? Real)
{
    // Texts for people; the npm modules carry other ones.
    private static readonly HashSet<string> Texts = ["description", "description_kind", "deprecated"];

    public static IEnumerable<SchemaDifference> Between(JsonNode? derived, JsonNode? real, string path)
    {
        if (JsonNode.DeepEquals(derived, real))
        {
            return [];
        }

        if (derived is not JsonObject left || real is not JsonObject right)
        {
            return [new(path, derived?.ToJsonString(), real?.ToJsonString())];
        }

        return left.Concat(right)
            .Select(entry => entry.Key)
            .Distinct()
            .Where(key => !Texts.Contains(key) || left[key] is JsonObject || right[key] is JsonObject)
            .SelectMany(key => Between(left[key], right[key], $"{path}.{key}"));
    }
}
