using System.Text.Json;

namespace S2SVpn.Rehearsal.Tests.Clouds;

/// <summary>What <c>terraform show -json</c> tells of the resources there are.</summary>
public sealed class State(params IEnumerable<JsonElement> stacks)
{
    public IReadOnlyList<StateResource> Resources { get; } =
    [
        .. stacks.Where(json => json.TryGetProperty("values", out _))
            .SelectMany(json => json.GetProperty("values").GetProperty("root_module").GetProperty("resources").EnumerateArray())
            .Select(resource => new StateResource(resource)),
    ];

    /// <summary>What was made of a type, and not only read.</summary>
    public IReadOnlyList<StateResource> OfType(string type) => [.. Resources.Where(resource => resource.Type == type && !resource.IsData)];

    /// <summary>The only one of a type with that id.</summary>
    public StateResource ById(string type, string id) => Assert.Single(OfType(type), resource => resource["id"] == id);
}

public sealed class StateResource(JsonElement json)
{
    public string Type { get; } = json.GetProperty("type").GetString()!;

    public bool IsData { get; } = json.GetProperty("mode").GetString() == "data";

    public string Address { get; } = json.GetProperty("address").GetString()!;

    public JsonElement Values { get; } = json.GetProperty("values");

    /// <summary>An attribute as text.</summary>
    public string this[string name] => Values.GetProperty(name).ToString();

    /// <summary>The only block of that name.</summary>
    public JsonElement Block(string name) => Assert.Single(Values.GetProperty(name).EnumerateArray().ToArray());
}
