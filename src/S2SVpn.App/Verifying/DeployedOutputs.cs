using System.Text.Json;
using System.Text.Json.Nodes;

namespace S2SVpn.App.Verifying;

/// <summary>The outputs of all stacks of a deployment. What is sensitive is dropped as it is read.</summary>
internal sealed class DeployedOutputs
{
    private readonly Dictionary<string, JsonNode> _values = new(StringComparer.Ordinal);

    /// <param name="texts">What <c>terraform output -json</c> printed, one for each stack.</param>
    /// <exception cref="UserException">It is not that.</exception>
    public DeployedOutputs(IEnumerable<string> texts)
    {
        try
        {
            foreach (var (name, output) in texts.SelectMany(text => JsonNode.Parse(text)!.AsObject()))
            {
                if (output?["value"] is { } value && (bool?)output["sensitive"] != true)
                {
                    Add(name, value.DeepClone());
                }
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or NullReferenceException)
        {
            throw new UserException("That is not what 'terraform output -json' prints: an object with a value for each output.");
        }
    }

    // In a fleet each stack has its own sites and links.
    private void Add(string name, JsonNode value)
    {
        if (_values.GetValueOrDefault(name) is JsonObject known && value is JsonObject more)
        {
            foreach (var (key, item) in more)
            {
                known[key] = item?.DeepClone();
            }
        }
        else
        {
            _values[name] = value;
        }
    }

    /// <summary>An id by its output and keys; null where it is not deployed.</summary>
    public string? Find(string output, params string[] keys)
    {
        var node = _values.GetValueOrDefault(output);
        foreach (var key in keys)
        {
            node = node is JsonObject map ? map[key] : null;
        }

        return node is JsonValue value ? value.ToString() : null;
    }

    /// <summary>The texts of a list.</summary>
    public IReadOnlyList<string> List(string output, string key) =>
        _values.GetValueOrDefault(output) is JsonObject map && map[key] is JsonArray list ? [.. list.OfType<JsonValue>().Select(item => item.ToString())] : [];
}
