using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace S2SVpn.Tests.Support;

/// <summary>
/// Snapshots of configurations. Two are whole: the starter's, and that of the example with everything. The others leave out what the
/// starter's first resource of the same type has too, so that a new argument changes two files and not twenty.
/// </summary>
public static class ConfigurationSnapshot
{
    private const string Marker = "only_what_differs_from";

    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Lazy<JsonObject> Starter = new(() => JsonNode.Parse(File.ReadAllText(
        Repository.File("tests", "S2SVpn.Constructs.Tests", "StarterTests.Synth_Starter_IsThisConfiguration.verified.json")))!.AsObject());

    /// <summary>Compares what differs from the starter with the snapshot of the test.</summary>
    public static void Verify(string configuration, [CallerFilePath] string source = "", [CallerMemberName] string method = "") =>
        Snapshot.VerifyNamed(Shorten(configuration), method, source: source);

    /// <summary>The same with a snapshot of another name than the method's.</summary>
    public static void VerifyNamed(string configuration, string caseName, [CallerFilePath] string source = "") =>
        Snapshot.VerifyNamed(Shorten(configuration), caseName, source: source);

    /// <summary>The configuration that a snapshot stands for, but for CDKTF's remarks on its resources.</summary>
    public static JsonObject Read(string file) => Restore(File.ReadAllText(file));

    /// <summary>Leaves out what is as in the starter.</summary>
    public static string Shorten(string configuration)
    {
        var json = JsonNode.Parse(configuration)!.AsObject();
        json["//"]![Marker] = "the starter's resource of the same type, but for its comments; null: only the starter has it";
        foreach (var (resource, starter) in Pairs(json))
        {
            resource.Remove("//");
            foreach (var (name, value) in starter)
            {
                if (!resource.TryGetPropertyValue(name, out var own))
                {
                    resource[name] = null;
                }
                else if (JsonNode.DeepEquals(own, value))
                {
                    resource.Remove(name);
                }
            }
        }

        return json.ToJsonString(Written) + "\n";
    }

    /// <summary>Puts back what <see cref="Shorten"/> left out; a whole configuration stays as it is.</summary>
    public static JsonObject Restore(string text)
    {
        var json = JsonNode.Parse(text)!.AsObject();
        if (json["//"]?.AsObject().Remove(Marker) != true)
        {
            return json;
        }

        foreach (var (resource, starter) in Pairs(json))
        {
            foreach (var (name, value) in starter)
            {
                if (!resource.ContainsKey(name))
                {
                    resource[name] = value!.DeepClone();
                }
                else if (resource[name] is null)
                {
                    resource.Remove(name);
                }
            }
        }

        return json;
    }

    private static IEnumerable<(JsonObject Resource, List<KeyValuePair<string, JsonNode?>> Starter)> Pairs(JsonObject json) =>
        from type in json["resource"]?.AsObject() ?? []
        let starter = Starter.Value["resource"]![type.Key]?.AsObject().First().Value!.AsObject().Where(argument => argument.Key != "//").ToList()
        from resource in type.Value!.AsObject()
        select (resource.Value!.AsObject(), starter ?? []);
}
