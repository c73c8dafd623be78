using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace S2SVpn.Constructs.Tests;

/// <summary>A synthesized configuration, to be asked for its resources and for what their references mean.</summary>
public sealed partial class Configuration(string text)
{
    public JsonNode Json { get; } = JsonNode.Parse(text)!;

    public IReadOnlyList<Resource> Resources =>
    [
        .. Json["resource"]!.AsObject().SelectMany(type => type.Value!.AsObject().Select(entry => new Resource(type.Key, entry.Key, entry.Value!.AsObject()))),
    ];

    /// <summary>What is read and not made.</summary>
    public IReadOnlyList<Resource> Data(string type) =>
    [
        .. (Json["data"]?[type]?.AsObject() ?? []).Select(entry => new Resource(type, entry.Key, entry.Value!.AsObject())),
    ];

    public IReadOnlyList<Resource> OfType(string type) => [.. Resources.Where(resource => resource.Type == type)];

    /// <summary>The resource that a text like <c>${aws_vpc.main.id}</c> means, and the attribute of it.</summary>
    public (Resource Resource, string Attribute) Resolve(JsonNode? reference)
    {
        var match = Reference().Match((string)reference!);
        Assert.True(match.Success, $"{reference} is no reference.");
        var resource = Assert.Single(Resources, candidate => candidate.Type == match.Groups["type"].Value && candidate.Name == match.Groups["name"].Value);
        return (resource, match.Groups["attribute"].Value);
    }

    /// <summary>Every resource that a resource needs to be there first.</summary>
    public IEnumerable<Resource> NeedsOf(Resource resource) => Needs().Matches(resource.Body.ToJsonString())
        .Select(match => (Type: match.Groups["type"].Value, Name: match.Groups["name"].Value))
        .Distinct()
        .SelectMany(need => Resources.Where(candidate => (candidate.Type, candidate.Name) == need));

    [GeneratedRegex(@"^\$\{(?<type>\w+)\.(?<name>[\w-]+)\.(?<attribute>\w+)\}$")]
    private static partial Regex Reference();

    // Both in a text, "${type.name.attribute}", and in depends_on, "type.name".
    [GeneratedRegex(@"\b(?<type>(?:aws|azurerm|random|tls)_\w+)\.(?<name>[\w-]+)")]
    private static partial Regex Needs();
}

public sealed record Resource(string Type, string Name, JsonObject Body)
{
    public JsonNode? this[string attribute] => Body[attribute];

    public string Text(string attribute) => (string)Body[attribute]!;
}
