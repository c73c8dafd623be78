using System.Text.Json.Nodes;

namespace S2SVpn.Rehearsal.Tests.Lab;

/// <summary>A Terraform state that can be changed, as a wrong configuration would have made it.</summary>
internal sealed class StateEdits(string text)
{
    private readonly JsonNode _state = JsonNode.Parse(text)!;

    private JsonArray Resources => _state["resources"]!.AsArray();

    /// <summary>The attributes of the only resource of a type whose name has that part.</summary>
    public JsonObject this[string type, string part = ""] =>
        Assert.Single(Resources, resource => Is(resource!, type, part))!["instances"]![0]!["attributes"]!.AsObject();

    public IEnumerable<JsonObject> All(string type) =>
        Resources.Where(resource => Is(resource!, type, "")).Select(resource => resource!["instances"]![0]!["attributes"]!.AsObject());

    public StateEdits Set(string type, string part, string attribute, JsonNode? value)
    {
        this[type, part][attribute] = value;
        return this;
    }

    /// <summary>An attribute of the first block of that name.</summary>
    public StateEdits Set(string type, string part, string block, string attribute, JsonNode? value)
    {
        this[type, part][block]![0]![attribute] = value;
        return this;
    }

    public StateEdits Remove(string type, string part = "")
    {
        Resources.Remove(Assert.Single(Resources, resource => Is(resource!, type, part)));
        return this;
    }

    public StateEdits RemoveAll(string prefix)
    {
        foreach (var resource in Resources.Where(resource => resource!["type"]!.GetValue<string>().StartsWith(prefix, StringComparison.Ordinal)).ToList())
        {
            Resources.Remove(resource);
        }

        return this;
    }

    public StateEdits Add(string type, string name, JsonObject attributes)
    {
        Resources.Add(new JsonObject
        {
            ["mode"] = "managed",
            ["type"] = type,
            ["name"] = name,
            ["instances"] = new JsonArray(new JsonObject { ["attributes"] = attributes }),
        });
        return this;
    }

    public override string ToString() => _state.ToJsonString();

    private static bool Is(JsonNode resource, string type, string part) =>
        resource["type"]!.GetValue<string>() == type && resource["name"]!.GetValue<string>().Contains(part, StringComparison.Ordinal);
}
