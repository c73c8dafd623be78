using System.Text.Json;
using System.Text.Json.Nodes;

namespace S2SVpn.Rehearsal.Offline;

/// <summary>
/// Spreads the states of a request's stacks over the stacks of another layout. A resource has the same address in each layout,
/// so its record goes to the stack that has that address; nothing in the clouds is touched.
/// </summary>
public sealed class MovedStates
{
    private MovedStates(IReadOnlyDictionary<string, string> states, IReadOnlyList<string> left, int added) => (States, Left, New) = (states, left, added);

    /// <summary>The state of each new stack that gets something, by the stack's name.</summary>
    public IReadOnlyDictionary<string, string> States { get; }

    /// <summary>The addresses of what no new stack has.</summary>
    public IReadOnlyList<string> Left { get; }

    /// <summary>How many resources of the new stacks are in no state.</summary>
    public int New { get; }

    /// <param name="before">The states as they are, by a name for each.</param>
    /// <param name="after">The new stacks, by name: what was synthesized.</param>
    /// <exception cref="OfflineException">One of them is no state.</exception>
    public static MovedStates Of(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var owners = Owners(after);
        var taken = after.Keys.ToDictionary(stack => stack, _ => new JsonArray(), StringComparer.Ordinal);
        var left = new List<string>();
        var terraform = new Version(0, 0);
        foreach (var (name, text) in before)
        {
            var state = Read(name, text);
            terraform = Later(terraform, (string?)state["terraform_version"]);
            foreach (var resource in state["resources"]!.AsArray().Where(resource => IsManaged(resource!)))
            {
                var address = Address(resource!);
                if (owners.GetValueOrDefault(address) is { } owner)
                {
                    taken[owner].Add(resource!.DeepClone());
                }
                else
                {
                    left.Add(address);
                }
            }
        }

        return new MovedStates(
            taken.Where(stack => stack.Value.Count > 0).ToDictionary(stack => stack.Key, stack => State(stack.Value, terraform), StringComparer.Ordinal),
            left,
            owners.Count - taken.Values.Sum(resources => resources.Count));
    }

    /// <summary>What is left of a state; null for nothing.</summary>
    internal string? Rest(string text)
    {
        var state = JsonNode.Parse(text)!;
        foreach (var resource in state["resources"]!.AsArray().Where(resource => !IsManaged(resource!) || !Left.Contains(Address(resource!))).ToList())
        {
            _ = state["resources"]!.AsArray().Remove(resource);
        }

        return state["resources"]!.AsArray().Count == 0 ? null : state.ToJsonString();
    }

    private static bool IsManaged(JsonNode resource) => (string?)resource["mode"] == "managed";

    private static string Address(JsonNode resource) => $"{(string?)resource["type"]}.{(string?)resource["name"]}";

    private static Dictionary<string, string> Owners(IReadOnlyDictionary<string, string> stacks)
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (stack, configuration) in stacks)
        {
            foreach (var (type, resources) in JsonNode.Parse(configuration)!["resource"]?.AsObject() ?? [])
            {
                foreach (var (name, _) in resources!.AsObject())
                {
                    owners[$"{type}.{name}"] = stack;
                }
            }
        }

        return owners;
    }

    private static JsonObject Read(string name, string text)
    {
        try
        {
            return JsonNode.Parse(text) is JsonObject state && state["resources"] is JsonArray && (int?)state["version"] == StackFolder.StateVersion
                ? state
                : throw new OfflineException($"{name} is not a state of Terraform 0.12 or later. 'terraform state pull' in the stack's folder writes it.");
        }
        // What is there is not quoted: a state has keys in it.
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            throw new OfflineException($"{name} is not a Terraform state: it is not the JSON that 'terraform state pull' writes.");
        }
    }

    private static Version Later(Version one, string? other) => Version.TryParse(other?.Split('-')[0], out var version) && version > one ? version : one;

    private static string State(JsonArray resources, Version terraform) => new JsonObject
    {
        ["version"] = StackFolder.StateVersion,
        ["terraform_version"] = $"{terraform}",
        ["serial"] = 1,
        ["lineage"] = $"{Guid.NewGuid()}",
        ["outputs"] = new JsonObject(),
        ["resources"] = resources,
        ["check_results"] = null,
    }.ToJsonString();
}
