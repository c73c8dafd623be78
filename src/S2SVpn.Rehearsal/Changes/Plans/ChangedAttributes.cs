using System.Text.Json;

namespace S2SVpn.Rehearsal.Changes.Plans;

/// <summary>Finds what differs between the values before and after a change.</summary>
internal static class ChangedAttributes
{
    private const int Longest = 60;

    /// <param name="change">What Terraform plans for a resource.</param>
    /// <param name="configured">
    /// The attributes that the configuration gives: what is not known yet of these is a change, such as the id of something that is
    /// made anew, and of the others a mere consequence.
    /// </param>
    public static IEnumerable<ChangedValue> Of(JsonElement change, IReadOnlyCollection<string> configured)
    {
        var (before, after) = (change.GetProperty("before"), change.GetProperty("after"));
        var unknown = change.TryGetProperty("after_unknown", out var found) ? found : default;
        var names = Names(before).Concat(Names(after)).Concat(Names(unknown)).Distinct().Order(StringComparer.Ordinal)
            .Where(name => IsUnknown(Find(unknown, name)) ? configured.Contains(name) : !Same(Find(before, name), Find(after, name)))
            .ToList();
        string[] forcing = change.TryGetProperty("replace_paths", out var paths) && paths.ValueKind == JsonValueKind.Array
            ? [.. paths.EnumerateArray().Select(path => path.EnumerateArray().First().ToString())]
            : [];
        var isSecret = (string name) => IsUnknown(Find(Part(change, "before_sensitive"), name)) || IsUnknown(Find(Part(change, "after_sensitive"), name));
        return names.Where(name => name != "tags_all" || !names.Contains("tags")).Select(name => new ChangedValue(
            name,
            isSecret(name) ? null : Shown(Find(before, name)),
            isSecret(name) || IsUnknown(Find(unknown, name)) ? null : Shown(Find(after, name)),
            !IsUnknown(Find(unknown, name)),
            forcing.Contains(name)));
    }

    /// <summary>The name that a cloud shows a resource by.</summary>
    public static string? NameOf(JsonElement change) => new[] { change.GetProperty("after"), change.GetProperty("before") }
        .Select(NameIn)
        .FirstOrDefault(name => !string.IsNullOrEmpty(name));

    /// <summary>The same, from a resource's values.</summary>
    public static string? NameIn(JsonElement values) => Find(values, "name") is { ValueKind: JsonValueKind.String } name ? name.GetString()
        : Find(Find(values, "tags"), "Name") is { ValueKind: JsonValueKind.String } tag ? tag.GetString() : null;

    // Lists of single values fit a line, where they are short; blocks don't.
    private static string? Shown(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => "none",
        JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => Short(value.ToString()),
        JsonValueKind.Array when value.EnumerateArray().All(item => item.ValueKind is JsonValueKind.String or JsonValueKind.Number) =>
            $"[{Short(string.Join(", ", value.EnumerateArray()))}]",
        _ => null,
    };

    private static string Short(string text) => text.Length <= Longest ? text : $"{text[..(Longest - 1)]}…";

    private static bool IsUnknown(JsonElement unknown) => unknown.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.Array => unknown.EnumerateArray().Any(IsUnknown),
        JsonValueKind.Object => unknown.EnumerateObject().Any(entry => IsUnknown(entry.Value)),
        _ => false,
    };

    private static bool Same(JsonElement left, JsonElement right)
    {
        var (nothing, none) = (left.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null, right.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null);
        return nothing || none ? nothing && none : JsonElement.DeepEquals(left, right);
    }

    private static IEnumerable<string> Names(JsonElement json) => json.ValueKind == JsonValueKind.Object ? json.EnumerateObject().Select(entry => entry.Name) : [];

    private static JsonElement Part(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value : default;

    private static JsonElement Find(JsonElement json, string name) => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : default;
}
