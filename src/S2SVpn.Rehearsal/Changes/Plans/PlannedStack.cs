using System.Text.Json;

namespace S2SVpn.Rehearsal.Changes.Plans;

/// <summary>A plan of one stack, as <c>terraform show -json</c> tells it.</summary>
public sealed class PlannedStack
{
    private readonly Dictionary<string, ConfiguredResource> _configured;
    private readonly Dictionary<string, IReadOnlyList<string>> _dependencies;

    private PlannedStack(int index, JsonElement root, string? state)
    {
        Existing = [.. Resources(root, "prior_state").Select(resource => new ExistingResource(index, Text(resource, "address"), Text(resource, "type"), resource.GetProperty("values")))];
        _configured = ConfiguredResource.Of(root).ToDictionary(resource => resource.Address, StringComparer.Ordinal);
        Changes = [.. Changed(index, root)];
        _dependencies = Resources(root, "prior_state")
            .Where(resource => resource.TryGetProperty("depends_on", out _))
            .ToDictionary(
                resource => Text(resource, "address"),
                resource => (IReadOnlyList<string>)[.. resource.GetProperty("depends_on").EnumerateArray().Select(item => item.GetString()!)],
                StringComparer.Ordinal);
        CreatedBeforeDestroyed = [.. Changes.Where(change => change.Action == PlannedAction.ReplaceCreateFirst).Select(change => change.Address), .. MarkedIn(state)];
    }

    /// <summary>Every managed resource of the plan, also those that stay.</summary>
    public IReadOnlyList<PlannedChange> Changes { get; }

    /// <summary>What the state has, with its values.</summary>
    internal IReadOnlyList<ExistingResource> Existing { get; }

    internal IReadOnlyCollection<ConfiguredResource> Configured => _configured.Values;

    /// <summary>The resources whose end comes after what takes their place.</summary>
    internal HashSet<string> CreatedBeforeDestroyed { get; }

    /// <param name="index">The stack's number, from 0.</param>
    /// <param name="text">What <c>terraform show -json</c> printed of a plan file.</param>
    /// <param name="state">
    /// The state file before, where it is at hand: it alone tells of a resource that goes for good whether it goes last.
    /// </param>
    /// <exception cref="ChangeException">It is something else.</exception>
    public static PlannedStack Read(int index, string text, string? state = null)
    {
        try
        {
            var root = JsonDocument.Parse(text).RootElement;
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("planned_values", out _)
                ? new PlannedStack(index, root, state)
                : throw new ChangeException("This is not a Terraform plan: it has no 'planned_values'. Give what 'terraform show -json PLANFILE' prints.");
        }
        catch (JsonException exception)
        {
            throw new ChangeException($"This is not a Terraform plan: {exception.Message} Give what 'terraform show -json PLANFILE' prints.");
        }
    }

    internal ConfiguredResource? Find(string address) => _configured.GetValueOrDefault(WithoutIndex(address));

    /// <summary>The resources that a resource was made after, by the state.</summary>
    internal IReadOnlyList<string> DependenciesOf(string address) => _dependencies.GetValueOrDefault(address) ?? [];

    internal static string WithoutIndex(string address) => address.EndsWith(']') ? address[..address.LastIndexOf('[')] : address;

    private IEnumerable<PlannedChange> Changed(int index, JsonElement root) =>
        from resource in root.TryGetProperty("resource_changes", out var changes) ? changes.EnumerateArray() : Enumerable.Empty<JsonElement>()
        where Text(resource, "mode") == "managed"
        let leftover = resource.TryGetProperty("deposed", out var deposed) ? $" (left over: {deposed.GetString()})" : ""
        let change = resource.GetProperty("change")
        let action = ActionOf([.. change.GetProperty("actions").EnumerateArray().Select(item => item.GetString()!)])
        select new PlannedChange
        {
            Stack = index,
            Address = Text(resource, "address") + leftover,
            Type = Text(resource, "type"),
            Action = action,
            Name = ChangedAttributes.NameOf(change) ?? Text(resource, "name"),
            Values = action is PlannedAction.Update or PlannedAction.ReplaceCreateFirst or PlannedAction.ReplaceDeleteFirst
                ? [.. ChangedAttributes.Of(change, Find(Text(resource, "address"))?.Keys ?? [])]
                : [],
        };

    private static PlannedAction ActionOf(string[] actions) => actions switch
    {
        ["create"] => PlannedAction.Create,
        ["update"] => PlannedAction.Update,
        ["delete"] => PlannedAction.Delete,
        ["delete", "create"] => PlannedAction.ReplaceDeleteFirst,
        ["create", "delete"] => PlannedAction.ReplaceCreateFirst,
        _ => PlannedAction.None,
    };

    private static IEnumerable<JsonElement> Resources(JsonElement root, string of)
    {
        var found = root.TryGetProperty(of, out var state) && state.TryGetProperty("values", out var values) && values.TryGetProperty("root_module", out var module)
            && module.TryGetProperty("resources", out var resources)
            ? resources.EnumerateArray()
            : Enumerable.Empty<JsonElement>();
        // What a failed apply left of a replaced resource has the address of the one that took its place.
        return found.Where(resource => Text(resource, "mode") == "managed" && !resource.TryGetProperty("deposed_key", out _));
    }

    private static IEnumerable<string> MarkedIn(string? state)
    {
        if (state is null)
        {
            return [];
        }

        var resources = JsonDocument.Parse(state).RootElement.GetProperty("resources").EnumerateArray();
        return
            from resource in resources
            where resource.GetProperty("instances").EnumerateArray().Any(instance => instance.TryGetProperty("create_before_destroy", out var mark) && mark.GetBoolean())
            select $"{Text(resource, "type")}.{Text(resource, "name")}";
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}

/// <summary>A resource that the state has.</summary>
internal sealed record ExistingResource(int Stack, string Address, string Type, JsonElement Values);
