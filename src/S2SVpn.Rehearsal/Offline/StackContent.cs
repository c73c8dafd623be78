using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace S2SVpn.Rehearsal.Offline;

/// <summary>
/// What a stack's JSON from somebody else may contain: applying it must neither run a program on this machine nor
/// fetch one.
/// </summary>
internal static partial class StackContent
{
    private static readonly string[] Providers = ["aws", "azurerm", "random", "tls"];

    private const string BuiltIn = "terraform.io/builtin/terraform";

    private static readonly string[] Kinds = ["resource", "data", "ephemeral"];

    private static readonly string[] Blocked = ["terraform", "resource"];

    /// <summary>Why it is not applied, in a sentence; null where it is.</summary>
    public static string? Refusal(JsonObject configuration)
    {
        // Terraform takes lists of blocks as well; no synth writes one here.
        if (Blocked.FirstOrDefault(name => configuration[name] is JsonArray) is { } list)
        {
            return $"its '{list}' is a list of blocks. A rehearsal reads the form that a synth writes: one object.";
        }

        if (configuration["terraform"] is not JsonObject terraform || configuration["resource"] is not JsonObject resources)
        {
            return "it has no 'terraform' or no 'resource', so it is not a stack that this program synthesized.";
        }

        if (configuration.ContainsKey("module"))
        {
            return "it uses modules, and a rehearsal fetches none.";
        }

        if (Foreign(configuration, terraform) is { } foreign)
        {
            return Needs(foreign);
        }

        // What is taken out of a configuration may run a last program: developer.hashicorp.com/terraform/language/block/removed.
        var runs = Objects(resources).SelectMany(type => Objects(type.Value).Where(resource => Runs(resource.Value)).Select(resource => $"{type.Key}.{resource.Key}"))
            .Concat(Blocks(configuration["removed"]).Where(Runs).Select(block => $"the 'removed' block of {Text(block, "from") ?? "a resource"}"))
            .FirstOrDefault();
        return runs is null ? null : $"{runs} has a provisioner, which would run on this machine. A rehearsal runs none: take it out.";
    }

    /// <summary>Why a state is not applied to: Terraform would fetch the providers that it names.</summary>
    public static string? RefusalOfState(JsonObject state) => (
        from resource in Blocks(state["resources"])
        let source = Provider().Match(Text(resource, "provider") ?? "").Groups["source"].Value
        where source.Length > 0 && source != BuiltIn && !IsSimulated(source)
        select Needs(source)).FirstOrDefault();

    /// <summary>A text in objects in each other; null where there is none.</summary>
    public static string? Text(JsonObject json, params ReadOnlySpan<string> path)
    {
        JsonNode? node = json;
        foreach (var name in path)
        {
            node = node is JsonArray { Count: > 0 } list ? list[0] : node;
            node = node is JsonObject inner ? inner[name] : null;
        }

        return node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
    }

    private static string Needs(string foreign) => $"it needs the provider {foreign}, but only {string.Join(", ", Providers)} are simulated: they are all that a rehearsal knows.";

    // A provider is needed where it is configured, too; a check has data sources of its own.
    private static string? Foreign(JsonObject configuration, JsonObject terraform) =>
        Objects(terraform["required_providers"]).Select(provider => provider.Value is JsonObject given ? Text(given, "source") ?? provider.Key : provider.Key).Where(source => !IsSimulated(source))
            .Concat(Objects(configuration["provider"]).Select(provider => provider.Key).Where(name => !IsKnown(name)))
            .Concat(new[] { configuration }.Concat(Objects(configuration["check"]).SelectMany(check => Blocks(check.Value))).SelectMany(Types).Where(type => !IsKnown(type.Split('_')[0])).Select(type => $"of {type}"))
            .FirstOrDefault();

    private static bool IsKnown(string provider) => provider == "terraform" || Providers.Contains(provider);

    private static bool Runs(JsonNode? blocks) => Blocks(blocks).Any(block => block.ContainsKey("provisioner"));

    private static bool IsSimulated(string source) => Providers.Any(name => source == name || source == $"hashicorp/{name}" || source == $"registry.terraform.io/hashicorp/{name}");

    private static IEnumerable<string> Types(JsonObject configuration) =>
        Kinds.SelectMany(kind => Objects(configuration[kind])).Select(type => type.Key);

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Objects(JsonNode? node) => Blocks(node).SelectMany(block => block);

    // Terraform takes a list of objects for an object.
    private static IEnumerable<JsonObject> Blocks(JsonNode? node) => node switch
    {
        JsonObject one => [one],
        JsonArray many => many.SelectMany(Blocks),
        _ => [],
    };

    // Such as provider["registry.terraform.io/hashicorp/aws"].west, perhaps of a module.
    [GeneratedRegex("provider\\[\"(?<source>[^\"]*)\"\\]")]
    private static partial Regex Provider();
}
